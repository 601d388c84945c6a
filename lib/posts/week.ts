import { z } from 'zod';
import { single } from '@/lib/list/query';
import { MICROS_PER_DAY, parseTime, type Micros } from '@/lib/time';

const WEEK = 7 * MICROS_PER_DAY;

/** 1970-01-05, the first Monday since 1970. */
const FIRST_MONDAY = 4 * MICROS_PER_DAY;

/** The start of the week of a time: Monday 00:00 UTC. */
export function weekOf(time: Micros): Micros {
  return Math.floor((time - FIRST_MONDAY) / WEEK) * WEEK + FIRST_MONDAY;
}

/** The starts of the week of a time and of the following ones. */
export function weeksFrom(time: Micros, count: number): Micros[] {
  return Array.from({ length: count }, (_, index) => weekOf(time) + index * WEEK);
}

/** The week of a day such as `2026-12-07`. */
export const weekField = z.string().transform((day, context): Micros => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? parseTime(day, 'UTC') : undefined;
  if (time !== undefined) return weekOf(time);
  context.addIssue({ code: 'custom', message: 'must be a day such as 2026-12-07' });
  return z.NEVER;
});

/** The query of the form for a week: a day in it; undefined for this week. */
export const weekQuery = z.object({ week: single.pipe(weekField.optional().catch(undefined)) });
