import { describeDate } from '@/lib/text/dated';
import { markup, type Markup } from '@/lib/text/markup';
import type { Clock } from '@/lib/time';
import type { KnownDate, TimesheetRow } from '@/lib/timesheet/rows';
import { placeOf, SHEET_WIDTH, type TimeScale } from '@/lib/timesheet/scale';
import { countOf } from '@/lib/text/wording';

/** Minimum width, so that a zero-length bar is still visible. */
const LEAST_WIDTH = 4;

/** Timeline of a package: a bar up to its last commit, marks for its releases, and a sentence that says the same. */
export function timeBar(row: TimesheetRow, scale: TimeScale, clock: Clock): Markup {
  const { since, lastCommitAt, releases } = row;
  const places = new Set(
    releases.filter(({ time }) => time <= clock.now).map(({ time }) => placeOf(time, scale)),
  );
  const marks = [...places].map((place) => `M${place} 1v18`).join('');
  const line = markup`<path d="M0 10h${SHEET_WIDTH}" class="stroke-line" vector-effect="non-scaling-stroke"/>`;
  const bar =
    since && lastCommitAt !== null ? barMarkup(since.time, lastCommitAt, scale) : undefined;
  const ticks = markup`<path d="${marks}" class="stroke-accent" stroke-width="2" vector-effect="non-scaling-stroke"/>`;
  return markup`<svg role="img" aria-label="${describeBar(row, clock)}" viewBox="0 0 ${SHEET_WIDTH} 20" preserveAspectRatio="none" class="h-5 w-full">${line}${bar}${marks === '' ? undefined : ticks}</svg>`;
}

function barMarkup(from: number, to: number, scale: TimeScale): Markup {
  const start = placeOf(from, scale);
  const width = Math.max(LEAST_WIDTH, placeOf(to, scale) - start);
  return markup`<path d="M${start} 6h${width}v8h-${width}z" class="fill-edge"/>`;
}

/** `Known since May 2015, last commit 2 June 2021; 15 releases from 3 March 2016 to 2 June 2021.` */
function describeBar(row: TimesheetRow, clock: Clock): string {
  const { since, lastCommitAt } = row;
  const commit = lastCommitAt === null ? null : { time: lastCommitAt, precision: 'time' as const };
  const dateOf = (known: KnownDate | null) =>
    known === null ? 'unknown' : describeDate(known.time, known.precision, clock).date;
  const beginning = since === null ? 'Start unknown' : `Known since ${dateOf(since)}`;
  return `${beginning}, last commit ${dateOf(commit)}; ${describeReleases(row, dateOf)}.`;
}

function describeReleases({ releases }: TimesheetRow, dateOf: (it: KnownDate) => string): string {
  const [first, last] = [releases[0], releases.at(-1)];
  if (!first || !last) return 'no dated releases';
  return first === last
    ? `1 release, ${dateOf(first)}`
    : `${countOf(releases.length, 'release')} from ${dateOf(first)} to ${dateOf(last)}`;
}
