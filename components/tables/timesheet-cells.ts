import { timeBar } from '@/components/charts/time-bar';
import { describeDate } from '@/lib/text/dated';
import { markup, type Markup } from '@/lib/text/markup';
import { DAY_ZONE, isStale, type Clock } from '@/lib/time';
import type { KnownDate, TimesheetRow } from '@/lib/timesheet/rows';
import type { TimeScale } from '@/lib/timesheet/scale';
import { countOf, describeMonth, formatCount } from '@/lib/text/wording';

/** The cells of a package, as markup because React elements take several times as long. */
export function timesheetCells(row: TimesheetRow, scale: TimeScale, clock: Clock): Markup {
  const { since, first, last, commit } = datesOf(row, clock);
  const columns = [since, first, last, commit, formatCount(row.releaseCount)];
  const cells = columns.map((text) => markup`<td class="max-xl:hidden">${text ?? dash}</td>`);
  const words = sentence(row, { since, first, last, commit });
  const below = markup`<span class="block text-left text-caption whitespace-normal text-quiet xl:hidden [&_small]:inline [&_small]:whitespace-normal">${words}</span>`;
  return markup`${packageHead(row)}<td>${timeBar(row, scale, clock)}${below}</td>${cells}`;
}

const dash = markup`<span class="text-quiet"><span aria-hidden="true">–</span><span class="sr-only">unknown</span></span>`;

function packageHead({ slug, title, isDeprecated, isArchived }: TimesheetRow): Markup {
  const lifecycle = isDeprecated ? 'Deprecated' : isArchived ? 'Archived' : undefined;
  const state = lifecycle && markup` <span class="text-caption text-bad">${lifecycle}</span>`;
  return markup`<th scope="row" class="min-w-24 sm:min-w-52"><a href="/packages/p/${slug}/" class="inline-block max-w-52 font-heading wrap-break-word" dir="auto">${title}</a>${state}</th>`;
}

type Dates = ReturnType<typeof datesOf>;

/** The dates of a package with their remarks; undefined if unknown. */
function datesOf(row: TimesheetRow, clock: Clock) {
  const { since, releases, lastReleaseAt, lastReleasePrecision, lastCommitAt, commitsAsOf } = row;
  const listed =
    since?.kind === 'listing' ? markup`<small> since it was listed</small>` : undefined;
  const read = isStale(commitsAsOf, clock)
    ? markup`<small> as of ${describeMonth(commitsAsOf, DAY_ZONE)}</small>`
    : undefined;
  return {
    since: since && markup`${month(since, clock)}${listed}`,
    first: releases[0] && month(releases[0], clock),
    last: lastReleaseAt && age({ time: lastReleaseAt, precision: lastReleasePrecision }, clock),
    commit: lastCommitAt && markup`${age({ time: lastCommitAt, precision: 'time' }, clock)}${read}`,
  };
}

/** The columns as text, for narrow screens. */
function sentence(row: TimesheetRow, { since, first, last, commit }: Dates): Markup {
  const from = row.since?.kind === 'release' ? undefined : markup` from ${first ?? 'unknown'}`;
  const releases =
    row.releaseCount === 0
      ? 'no known releases'
      : markup`${countOf(row.releaseCount, 'release')}${from}, last ${last ?? 'unknown'}`;
  return markup`${since ? markup`Known since ${since}` : 'Start unknown'}; ${releases}; last commit ${commit ?? 'unknown'}.`;
}

function month({ time, precision }: KnownDate, clock: Clock): Markup {
  const { dateTime, date } = describeDate(time, precision, clock);
  const words = describeMonth(time, precision === 'time' ? clock.zone : DAY_ZONE);
  return markup`<time datetime="${dateTime}" title="${date}">${words}</time>`;
}

function age({ time, precision }: KnownDate, clock: Clock): Markup {
  const { dateTime, date, age: words } = describeDate(time, precision, clock);
  return markup`<time datetime="${dateTime}" title="${date}">${words}</time>`;
}
