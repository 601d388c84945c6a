import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { TimesheetTable } from '@/components/tables/timesheet-table';
import type { TimesheetRow } from '@/lib/timesheet/rows';
import { day, timesheetRow } from '@/tests/lib/timesheet/timesheet-row';

const clock = { now: day('2026-11-21'), zone: 'America/New_York' };

const render = (rows: TimesheetRow[], sort = '-last_updated') =>
  renderToStaticMarkup(
    <TimesheetTable
      caption="Rockets"
      rows={rows}
      clock={clock}
      sort={sort}
      hrefOf={(it) => `?sort=${it}`}
    />,
  );

const known = timesheetRow(
  {
    title: 'Acme <b>',
    listedAt: day('2014-06-05'),
    lastCommitAt: day('2026-05-21'),
    lastReleaseAt: day('2026-08-01'),
    lastReleasePrecision: 'month',
  },
  ['2016-02-03', undefined, '2026-04-05'],
);
const unknown = timesheetRow({ isArchived: true });

const imagesOf = (markup: string) => [...markup.matchAll(/<svg role="img".*?<\/svg>/g)].map(String);
const namesOf = (markup: string) =>
  imagesOf(markup).map((it) => /aria-label="([^"]*)"/.exec(it)?.[1]);
const wordsOf = (markup: string) => markup.replace(/<svg.*?<\/svg>/g, '').replace(/<[^>]*>/g, '');
const columnsOf = (markup: string) =>
  [...markup.matchAll(/<td class="max-xl:hidden">(.*?)<\/td>/g)].map(([, it]) => wordsOf(it ?? ''));
const hasBar = (markup: string) => markup.includes('fill-edge');

test('a row header links to the package, escaped and with its lifecycle status', () => {
  expect(render([known])).toMatch(
    /<th scope="row"[^>]*><a href="\/packages\/p\/package-1\/"[^>]*>Acme &lt;b&gt;<\/a><\/th>/,
  );
  expect(render([unknown])).toMatch(/<\/a> <span[^>]*>Archived<\/span>/);
  const both = timesheetRow({ isArchived: true, isDeprecated: true });
  expect(render([both])).toContain('>Deprecated<');
});

test('a bar is an image with a text alternative', () => {
  expect(namesOf(render([known]))).toEqual([
    'Known since 5 June 2014, last commit 21 May 2026; 2 releases from 3 February 2016 to 5 April 2026.',
  ]);
  expect(hasBar(render([known]))).toBe(true);
});

test('the dates of a bar are in columns', () => {
  expect(columnsOf(render([known]))).toEqual([
    'June 2014 since it was listed',
    'February 2016',
    '3 months ago',
    '6 months ago',
    '3',
  ]);
});

test('on narrow screens the dates are in a sentence', () => {
  const below = /<span class="block[^"]*">(.*?)<\/span><\/td>/.exec(render([known]))?.[1] ?? '';
  expect(wordsOf(below)).toBe(
    'Known since June 2014 since it was listed; 3 releases from February 2016, last 3 months ago; last commit 6 months ago.',
  );
});

test('a package without data has no bar and says so', () => {
  expect(namesOf(render([unknown]))).toEqual([
    'Start unknown, last commit unknown; no dated releases.',
  ]);
  expect(columnsOf(render([unknown]))).toEqual([...Array<string>(4).fill('–unknown'), '0']);
  expect(render([unknown])).toContain('Start unknown; no known releases; last commit unknown.');
  expect(hasBar(render([unknown]))).toBe(false);
});

test('without a last commit or a start there are ticks and no bar', () => {
  const noCommit = timesheetRow({}, ['2019-08-01'], 'month');
  expect(namesOf(render([noCommit]))).toEqual([
    'Known since August 2019, last commit unknown; 1 release, August 2019.',
  ]);
  const noBeginning = timesheetRow({ lastCommitAt: day('2012-01-01') }, ['2021-05-01']);
  expect(namesOf(render([noBeginning]))).toEqual([
    'Start unknown, last commit 1 January 2012; 1 release, 1 May 2021.',
  ]);
  for (const row of [noCommit, noBeginning]) {
    expect(hasBar(render([row]))).toBe(false);
    expect(render([row])).toContain('stroke-accent');
  }
});

test('old commit data has its date', () => {
  const row = timesheetRow({ lastCommitAt: day('2021-01-01'), commitsAsOf: day('2021-07-03') });
  expect(columnsOf(render([row]))[3]).toBe('5 years ago as of July 2021');
});

test('the header has the years and the sorted column', () => {
  expect(wordsOf(render([known]))).toContain('From 2014 to 2026');
  expect(render([known]).match(/aria-sort="\w+"/g)).toEqual(['aria-sort="descending"']);
  const byName = render([known], 'title');
  expect(byName).toMatch(/aria-sort="ascending"[^>]*><a href="\?sort=-title"/);
  expect(byName).toContain('href="?sort=known_since"');
  expect(byName).toContain('href="?sort=-last_released"');
});

test('nothing is rendered outside its frame', () => {
  const future = timesheetRow({ lastCommitAt: day('2026-11-01') }, ['1999-01-01', '2099-01-01']);
  for (const svg of imagesOf(render([known, future, unknown]))) {
    for (const [, x] of svg.matchAll(/M(\d+) /g)) expect(Number(x)).toBeLessThanOrEqual(1000);
    expect(svg).not.toMatch(/NaN|undefined|Infinity|M-/);
  }
});
