import { z } from 'zod';
import { single } from '@/lib/list/query';
import { formatDay, MICROS_PER_DAY, parseTime, type Micros } from '@/lib/time';

/** Parameters of a page that shows a record as of a day, or what changed between two days. */
export const daysQuery = z.object({ at: single, to: single });

/** A day in UTC, as `2026-11-01`, and the moment at which it ended. */
export interface Day {
  text: string;
  end: Micros;
}

/** Whether a query asks for any day, be it valid or not. */
export function asksForDays(query: unknown): boolean {
  const { at = '', to = '' } = daysQuery.parse(query);
  return at + to !== '';
}

interface Days {
  at: Day;
  /** The later day of a comparison. */
  to: Day | undefined;
}

/** The days that a query asks for; undefined if it asks for none, and a message if a date is invalid or in the future. */
export function readDays(query: unknown, now: Micros): Days | { fault: string } | undefined {
  const asked = daysQuery.parse(query);
  const texts = [asked.at, asked.to].flatMap((text) => (text ? [text.trim()] : []));
  const days: Day[] = [];
  for (const text of texts) {
    const start = /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseTime(text, 'UTC') : undefined;
    if (start === undefined) {
      return { fault: `“${text.slice(0, 40)}” is not a date. Write dates as 2026-11-01.` };
    }
    if (start > now) return { fault: `${text} is in the future.` };
    days.push({ text, end: start + MICROS_PER_DAY });
  }
  const [at, to] = days.sort((a, b) => a.end - b.end);
  return at && { at, to };
}

/** The day of a time in UTC, as `2026-11-01`. */
export const dayOf = (time: Micros): string => formatDay(time, 'UTC');
