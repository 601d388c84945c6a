import { categories, grids, packages } from '@/tests/tools/shipped-catalogue';

export { categories, grids, packages };

export type Category = (typeof categories)[number];
export type Package = (typeof packages)[number];
export type Grid = (typeof grids)[number];

export function bySlug<Row extends { slug: string }>(rows: Row[], slug: string): Row {
  const row = rows.find((it) => it.slug === slug);
  if (!row) throw new Error(`The catalogue has no ${slug}.`);
  return row;
}

/** Compares titles case-insensitively. */
export function byTitle<Row extends { title: string; id: number }>(rows: Row[]): Row[] {
  const keyed = rows.map((row) => ({ row, key: row.title.toLowerCase() }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.row.id - b.row.id));
  return keyed.map(({ row }) => row);
}

export const newestFirst = <Row extends { id: number }>(rows: Row[]): Row[] =>
  [...rows].sort((a, b) => b.id - a.id);

export const membersOf = (grid: Grid): Package[] =>
  byTitle(grid.packages.map((slug) => bySlug(packages, slug)));
