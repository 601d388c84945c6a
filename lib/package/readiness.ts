import { recentCycles, type Cycle, type Product } from './cycles';
import { listQuery, single } from '@/lib/list/query';
import { DEFAULT_READINESS_SORT, readinessSorts } from '@/lib/list/sort-orders';
import { DAY_ZONE, formatDay, parseTime, type Micros } from '@/lib/time';
import { describeMonth } from '@/lib/text/wording';

export const products = [
  { key: 'django', name: 'Django' },
  { key: 'python', name: 'Python' },
] as const satisfies readonly { key: Product; name: string }[];

/** Whether a package's classifiers declare support for a release. */
export const answers = [
  { key: 'yes', label: 'Declared' },
  { key: 'no', label: 'Not declared' },
  { key: 'unknown', label: 'Unknown' },
] as const;

export type Answer = (typeof answers)[number]['key'];

/** The phase of a cycle at a given time: not yet released, getting security fixes, or past its end of life. */
export function phaseOf({ releasedAt, endOfLife }: Cycle, now: Micros) {
  const today = formatDay(now, DAY_ZONE);
  if (today < releasedAt) return 'coming';
  return today <= endOfLife ? 'supported' : 'ended';
}

/** Converts a cycle's day, such as `2026-04-07`, to a time. */
export function timeOfDay(day: string): Micros {
  return parseTime(day, DAY_ZONE) ?? 0;
}

/** A product's release by the two parts of its URL; undefined if it doesn't exist. */
export function findRelease(product: string, cycle: string) {
  const known = products.find(({ key }) => key === product);
  const found = known && recentCycles[known.key].find((it) => it.cycle === cycle);
  return (
    found && { product: known.key, name: known.name, title: `${known.name} ${cycle}`, ...found }
  );
}

export type Release = NonNullable<ReturnType<typeof findRelease>>;

/** The query of a release's page. */
export const readinessQuery = listQuery(readinessSorts, DEFAULT_READINESS_SORT).extend({
  /** Show only this answer; empty for all. */
  says: single.transform((text): Answer | '' => answers.find(({ key }) => key === text)?.key ?? ''),
});

interface Declared {
  answer: Answer;
  /** The product's cycles that the classifiers name, oldest first; null if they were never read. */
  cycles: string[] | null;
  /** When the classifiers were read. */
  readAt: Micros | null;
}

/** Explains a `no` or `unknown` answer; empty for `yes`. */
export function explainAnswer({ answer, cycles, readAt }: Declared): string {
  if (answer === 'yes') return '';
  if (readAt === null || cycles === null) return 'not checked';
  const [oldest, newest] = [cycles[0], cycles.at(-1)];
  if (oldest === undefined || newest === undefined) return 'none declared';
  const range = oldest === newest ? oldest : `${oldest}–${newest}`;
  return answer === 'no'
    ? `declares ${range}`
    : `declares ${range}; last checked in ${describeMonth(readAt, DAY_ZONE)}, before the release`;
}
