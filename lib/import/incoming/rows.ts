import { DAY_ZONE, parseTime, type Micros } from '@/lib/time';

// Parts shared by the rows of packages and grids.

export const timestamp = (text: string): Micros => parseTime(text, DAY_ZONE) ?? 0;

export const timestampsOf = (row: { created: string; modified: string }) => ({
  createdAt: timestamp(row.created),
  modifiedAt: timestamp(row.modified),
});

export const formerSlugs = (rows: { id: number; slug: string; created: string }[]) =>
  rows.map((row) => ({ id: row.id, oldSlug: row.slug, createdAt: timestamp(row.created) }));
