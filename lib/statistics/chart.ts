import { countOf, formatCount } from '@/lib/text/wording';

/** One bar of a chart. */
export interface Entry {
  label: string;
  count: number;
  href?: string | undefined;
  /** Whether it counts unknown values. */
  isUnknown?: true | undefined;
}

/** Describes a chart over years: `Peak: 298 releases in 2025. Latest: 260 in 2026.` */
export function describeCourse(entries: Entry[], thing: string): string {
  const last = entries.at(-1);
  const most = highestOf(entries);
  if (!last || !most) return `No ${thing}s.`;
  const peak = `Peak: ${countOf(most.count, thing)} in ${most.label}.`;
  return most === last ? peak : `${peak} Latest: ${formatCount(last.count)} in ${last.label}.`;
}

/** The highest entry; the last one if several are equal. */
export function highestOf(entries: Entry[]): Entry | undefined {
  return entries.reduce<Entry | undefined>(
    (best, entry) => (best !== undefined && best.count > entry.count ? best : entry),
    undefined,
  );
}
