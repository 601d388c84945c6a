import { z } from 'zod';
import { DAY_ZONE, parseTime } from '@/lib/time';
import { line } from './fields';
import { webAddress } from './package-fields';

/** A day such as 2026-05-31, as its first moment; null if it is empty. */
const day = line(10).transform((text, context) => {
  if (text === '') return null;
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? parseTime(text, DAY_ZONE) : undefined;
  // The database rejects earlier ones (db/schema/packages.ts).
  if (time === undefined || text < '1990-01-01') {
    context.addIssue('must be a date such as 2026-05-31');
  }
  return time ?? null;
});

/** What people enter when they mark a package as deprecated. */
export const deprecationFields = z.object({
  /** Name or URL of a listed package, or the URL of one elsewhere; may be empty. */
  replacement: line(200),
  source: webAddress,
  date: day,
});

export type DeprecationFields = z.output<typeof deprecationFields>;
