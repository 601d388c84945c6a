import { z } from 'zod';
import { listIdentities } from '@/db/writes/import/identity';
import { walk } from '@/db/writes/import/walk';
import type { Staging } from '@/db/writes/staging';
import { linkWithHost } from '@/lib/import/fields';

const named = z.object({ category: z.string() });
const link = linkWithHost('categories');

/** More than any real host has; a hostile one might name one per package. */
const MOST = 100;

/** Lists links to the categories of staged packages that are neither staged nor in the database, each once. */
export function listMissingCategories(staging: Staging): string[] {
  const known = new Set(
    [...staging.listIdentities('category'), ...listIdentities('category')].map(({ id }) => id),
  );
  const missing = new Map<number, string>();
  for (const document of walk(staging, 'package')) {
    const { category } = named.parse(document);
    const id = link.safeParse(category).data?.id;
    if (id !== undefined && !known.has(id) && missing.size < MOST) missing.set(id, category);
  }
  return [...missing.values()];
}
