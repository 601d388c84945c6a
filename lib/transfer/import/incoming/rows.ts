import { DAY_ZONE, parseTime, type Micros } from '@/lib/time';

// What the rows of packages and grids have alike.

export const moment = (text: string): Micros => parseTime(text, DAY_ZONE) ?? 0;

export const editedAt = (it: { created: string; modified: string }) => ({
  createdAt: moment(it.created),
  modifiedAt: moment(it.modified),
});

export const formerSlugs = (rows: { id: number; slug: string; created: string }[]) =>
  rows.map((it) => ({ id: it.id, oldSlug: it.slug, createdAt: moment(it.created) }));
