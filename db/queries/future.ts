import { and, gt, inArray, sql, type Column, type SQL } from 'drizzle-orm';
import { now } from '@/lib/time';
import { preparedFor, type Database } from '../client';
import { packages } from '../schema';

/**
 * Dates come from other hosts and may be wrong. A future date is shown but ignored as a sign of recency: newest-first lists sort it last,
 * like an unknown date, and feeds omit the item until the date has passed.
 */
const present = sql.placeholder('now');

/** Whether a date is not in the future; not true for unknown dates. Pass atPresent() to the statement. */
export const hasCome = (column: Column): SQL => sql`${column} <= ${present}`;

/** A date to sort by: null, like an unknown date, if it is in the future. Pass atPresent() to the statement. */
export const pastOnly = (column: SQL | Column): SQL =>
  sql`iif(${column} <= ${present}, ${column}, null)`;

/** Placeholder values for hasCome and pastOnly. */
export const atPresent = () => ({ now: now() });

/** Date columns that packages can be sorted by, keyed by sort field. */
export const sortedDates = {
  last_released: packages.lastReleaseAt,
  last_updated: packages.lastCommitAt,
  last_fetched: packages.lastFetchedAt,
  created: packages.createdAt,
};

type SortedDate = keyof typeof sortedDates;

const isSortedDate = (field: string): field is SortedDate => Object.hasOwn(sortedDates, field);

/** Lets an index find future dates: most dates are indexed by state, and a future last_fetched implies a future changedAt. */
const isIndexed = (field: SortedDate) =>
  field === 'last_fetched'
    ? gt(packages.changedAt, present)
    : inArray(packages.isActive, [true, false]);

const later = preparedFor((db, field: SortedDate) =>
  db
    .select({ id: packages.id })
    .from(packages)
    .where(and(isIndexed(field), gt(sortedDates[field], present)))
    .limit(1)
    .prepare(),
);

/** Whether this sort would put a future date first. */
function beginsInFuture(sort: string): boolean {
  const field = sort.slice(1);
  return sort.startsWith('-') && isSortedDate(field) && later(field).get(atPresent()) !== undefined;
}

export interface SortVariant<Sort> {
  sort: Sort;
  /** Whether future dates come last, that is, whether to sort by pastOnly. */
  isPastFirst: boolean;
}

/**
 * Prepares two statements per package sort order: the usual one, whose order comes straight from an index, and one for the rare case that
 * future dates would come first.
 */
export function preparedBySort<Sort extends string, Statement>(
  build: (db: Database, variant: SortVariant<Sort>) => Statement,
): (sort: Sort) => Statement {
  const usual = preparedFor((db, sort: Sort) => build(db, { sort, isPastFirst: false }));
  const pastFirst = preparedFor((db, sort: Sort) => build(db, { sort, isPastFirst: true }));
  return (sort) => (beginsInFuture(sort) ? pastFirst : usual)(sort);
}
