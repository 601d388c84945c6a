import { eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { documentOfNumber } from '@/lib/search/document-number';
import { prepared } from '@/db/client';
import { packages } from '@/db/schema';
import { isInIds } from './conditions';
import { listHealthInputs } from './health';
import { listExactlyNamed } from './search-hits';

const replacement = alias(packages, 'replacement');

const rows = prepared((db) =>
  db
    .select({
      id: packages.id,
      slug: packages.slug,
      title: packages.title,
      pypiName: packages.pypiName,
      health: packages.health,
      newestVersion: packages.lastReleaseNumber,
      deprecatedAt: packages.deprecatedAt,
      archivedAt: packages.archivedAt,
      replacement: { id: replacement.id, title: replacement.title },
      replacementUrl: packages.replacementUrl,
    })
    .from(packages)
    .leftJoin(replacement, eq(replacement.id, packages.replacedById))
    .where(isInIds(packages.id))
    .prepare(),
);

/** The data that a check reports, by the search key each package is indexed under; keys that match no package are omitted. */
export function listCheckedPackages(keys: string[]) {
  const ids = new Map(
    keys.flatMap((key) =>
      listExactlyNamed(key, 1)
        .slice(0, 1)
        .map((number) => [key, documentOfNumber(number).id] as const),
    ),
  );
  const all = [...new Set(ids.values())];
  const facts = new Map(listHealthInputs(all).map((it) => [it.id, it]));
  const found = new Map(
    rows()
      .all({ ids: JSON.stringify(all) })
      .map((row) => [row.id, row]),
  );
  return new Map(
    [...ids].flatMap(([key, id]) => {
      const row = found.get(id);
      const judged = facts.get(id);
      return row && judged ? [[key, { ...judged, ...row }] as const] : [];
    }),
  );
}
