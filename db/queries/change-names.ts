import { sql } from 'drizzle-orm';
import type { Names } from '@/lib/revisions/describe';
import { prepared } from '../client';
import { features, packages } from '../schema';
import { isInIds } from './conditions';

const statements = prepared((db) => ({
  packages: db
    .select({ id: packages.id, title: sql<string>`${packages.title}` })
    .from(packages)
    .where(isInIds(packages.id))
    .prepare(),
  features: db
    .select({ id: features.id, title: features.title })
    .from(features)
    .where(isInIds(features.id))
    .prepare(),
}));

/** The titles of these packages and features; deleted ones have none. */
export function listNames(ids: { packages: number[]; features: number[] }): Names {
  const read = (kind: keyof typeof ids) => {
    const rows = statements()[kind].all({ ids: JSON.stringify([...new Set(ids[kind])]) });
    return new Map(rows.map(({ id, title }) => [id, title]));
  };
  return { package: read('packages'), feature: read('features') };
}
