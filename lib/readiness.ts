import { recentCycles, type Cycle, type Product } from './cycles';
import { listQuery, single } from './list-query';
import { DEFAULT_READINESS_SORT, readinessSorts } from './sort-orders';
import { DAY_ZONE, formatDay, parseTime, type Micros } from './time';
import { describeMonth } from './wording';

export const products = [
  { key: 'django', name: 'Django' },
  { key: 'python', name: 'Python' },
] as const satisfies readonly { key: Product; name: string }[];

/** What the classifiers of a package say about a release. */
export const answers = [
  { key: 'yes', label: 'Yes' },
  { key: 'no', label: 'No' },
  { key: 'unknown', label: 'Unknown' },
] as const;

export type Answer = (typeof answers)[number]['key'];

/** Where a cycle stands at a moment: not yet released, getting security fixes, or past its end. */
export function phaseOf({ releasedAt, endOfLife }: Cycle, now: Micros) {
  const today = formatDay(now, DAY_ZONE);
  if (today < releasedAt) return 'coming';
  return today <= endOfLife ? 'supported' : 'ended';
}

/** The day of a cycle, such as `2026-04-07`, as a time. */
export function timeOfDay(day: string): Micros {
  return parseTime(day, DAY_ZONE) ?? 0;
}

/** A product and one of its cycles by the two parts of an address; undefined where there is no such release. */
export function findRelease(product: string, cycle: string) {
  const known = products.find(({ key }) => key === product);
  const found = known && recentCycles[known.key].find((it) => it.cycle === cycle);
  return found && { product: known.key, title: `${known.name} ${cycle}`, ...found };
}

export type Release = NonNullable<ReturnType<typeof findRelease>>;

/** The query of a release's page. */
export const readinessQuery = listQuery(readinessSorts, DEFAULT_READINESS_SORT).extend({
  /** The answer to show alone; empty for all. */
  says: single.transform((text): Answer | '' => answers.find(({ key }) => key === text)?.key ?? ''),
});

interface Declared {
  answer: Answer;
  /** The cycles of the product that the classifiers name, oldest first; null where they were never read. */
  cycles: string[] | null;
  /** When they were read. */
  readAt: Micros | null;
}

/** What the classifiers say instead of yes, or why they say nothing; empty where they say yes. */
export function explainAnswer({ answer, cycles, readAt }: Declared): string {
  if (answer === 'yes') return '';
  if (readAt === null || cycles === null) return 'classifiers never read';
  const [oldest, newest] = [cycles[0], cycles.at(-1)];
  if (oldest === undefined || newest === undefined) return 'names no release';
  const range = oldest === newest ? oldest : `${oldest} to ${newest}`;
  return answer === 'no'
    ? `names ${range}`
    : `names ${range}, read in ${describeMonth(readAt, DAY_ZONE)} before it came out`;
}
