import { countOf, formatCount, joinNames } from '@/lib/text/wording';

/** One bar of a chart. */
export interface Entry {
  label: string;
  count: number;
  href?: string | undefined;
}

const MAX_NAMED = 3;

const sumOf = (entries: Entry[]) => entries.reduce((sum, { count }) => sum + count, 0);
const nameOf = ({ label, count }: Entry) => `${label} ${formatCount(count)}`;

/** Describes a chart of shares in a sentence, largest first: `185 packages: App 144, Other 25, Framework 13 and 2 more.` */
export function describeShares(entries: Entry[], thing: string): string {
  const largest = entries.toSorted((a, b) => b.count - a.count).slice(0, MAX_NAMED);
  const names = largest.map(nameOf);
  const rest = entries.length - names.length;
  if (rest > 0) names.push(`${formatCount(rest)} more`);
  return entries.length === 0
    ? `No ${thing}s.`
    : `${countOf(sumOf(entries), thing)}: ${joinNames(names)}.`;
}

/** Describes a chart over time: `Most in 2025, 298 releases; in 2026, the last, 260.` */
export function describeCourse(entries: Entry[], thing: string, preposition: string): string {
  const last = entries.at(-1);
  const most = highestOf(entries);
  if (!last || !most) return `No ${thing}s.`;
  const peak = `Most ${preposition} ${most.label}, ${countOf(most.count, thing)}`;
  return most === last
    ? `${peak}, which is the last.`
    : `${peak}; ${preposition} ${last.label}, the last, ${formatCount(last.count)}.`;
}

/** The highest entry; the last one if several are equal. */
export function highestOf(entries: Entry[]): Entry | undefined {
  return entries.reduce<Entry | undefined>(
    (best, entry) => (best !== undefined && best.count > entry.count ? best : entry),
    undefined,
  );
}

/** The largest entries, with the others combined into one: `MIT 69, …, others 12`. */
export function largestAndOthers(entries: Entry[], most: number): Entry[] {
  const sorted = entries.toSorted((a, b) => b.count - a.count);
  const others = sumOf(sorted.slice(most));
  const largest = sorted.slice(0, most);
  return others === 0 ? largest : [...largest, { label: 'others', count: others }];
}
