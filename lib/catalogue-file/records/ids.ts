import { FIRST_OWN_ID } from '@/lib/import/fields';
import type { CatalogueFile } from '../shape';

/** Assigns each record its own id, or else the next free one from FIRST_OWN_ID up, in file order. Returns a lookup by slug. */
export function assignIds(
  records: { id: number | null; slug: string }[],
): (slug: string) => number {
  const next = counter(records.map(({ id }) => id ?? undefined));
  const ids = new Map(records.map(({ id, slug }) => [slug, id ?? next()]));
  return (slug) => required(ids.get(slug));
}

/** Counts up from FIRST_OWN_ID, or from above the highest taken id. */
function counter(taken: (number | undefined)[]): () => number {
  let next = taken.reduce<number>((most, it) => Math.max(most, (it ?? 0) + 1), FIRST_OWN_ID);
  return () => next++;
}

export type Counters = ReturnType<typeof counters>;

/** Id counters for the rows that belong to packages and grids. */
export function counters({ packages, grids }: CatalogueFile) {
  const above = (rows: { row?: number | undefined }[]) => counter(rows.map(({ row }) => row));
  return {
    version: above(packages.flatMap((it) => it.releases ?? [])),
    example: above(packages.flatMap((it) => it.examples)),
    formerSlug: above([...packages, ...grids].flatMap((it) => it.former_slugs)),
    membership: above(grids.flatMap((it) => it.memberships)),
    feature: above(grids.flatMap((it) => it.features)),
    element: above(grids.flatMap((it) => it.elements)),
  };
}

/** Returns a value that validation of the file guarantees. Throws if it is undefined. */
export function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('The catalogue was not checked before it was read.');
  return value;
}
