import { DAY_ZONE, parseTime, type Micros } from '@/lib/time';

// Parts shared by the rows of packages and grids.

export const timestamp = (text: string): Micros => parseTime(text, DAY_ZONE) ?? 0;

export const timestampsOf = (it: { created: string; modified: string }) => ({
  createdAt: timestamp(it.created),
  modifiedAt: timestamp(it.modified),
});

export const formerSlugs = (rows: { id: number; slug: string; created: string }[]) =>
  rows.map((it) => ({ id: it.id, oldSlug: it.slug, createdAt: timestamp(it.created) }));
