import { z } from 'zod';
import { line, required, typed } from '@/lib/edits/fields';
import { MICROS_PER_DAY, parseTime, type Micros } from '@/lib/time';

const TIME_FORMAT = 'must be a date and time such as 2026-12-24 09:00';

/** A time in UTC as people type it, to the minute; null if empty. */
const typedTime = line(40).transform((text, context): Micros | null => {
  if (text === '') return null;
  const found = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})$/.exec(text);
  const time = found ? parseTime(`${found[1] ?? ''}T${found[2] ?? ''}:00`, 'UTC') : undefined;
  if (time !== undefined) return time;
  context.addIssue({ code: 'custom', message: TIME_FORMAT });
  return z.NEVER;
});

/** A time as `typedTime` reads it; empty for null. */
export const timeText = (time: Micros | null): string =>
  time === null ? '' : new Date(time / 1000).toISOString().slice(0, 16).replace('T', ' ');

/** What moderators enter for a post of the changelog. `publishedAt` is null for “when it is saved”. */
export const postFields = z.object({
  title: required(200),
  body: typed(20_000).pipe(z.string().min(1, 'is required')),
  state: z.enum(['draft', 'published'], 'must be one of the options'),
  publishedAt: typedTime,
});

/** A path of this site; null if empty. */
const path = line(200)
  .refine((text) => text === '' || /^\/(?![/\\])\S*$/.test(text), 'must start with one /')
  .transform((text) => (text === '' ? null : text));

const DAYS = 90;

/** What moderators enter for an announcement. */
export const announcementFields = z.object({
  text: required(200),
  path,
  days: z.coerce
    .number(`must be a number from 1 to ${DAYS}`)
    .int(`must be a number from 1 to ${DAYS}`)
    .min(1, `must be a number from 1 to ${DAYS}`)
    .max(DAYS, `must be a number from 1 to ${DAYS}`)
    .transform((days) => days * MICROS_PER_DAY),
});

/** What moderators enter for a week: slugs, and why they were chosen. */
export const pickFields = z.object({ grid: line(200), package: line(200), note: typed(500) });

export type PostFields = z.output<typeof postFields>;
export type AnnouncementFields = z.output<typeof announcementFields>;
