import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ActivityChart } from '@/components/charts/activity-chart';
import { BarList } from '@/components/charts/bar-list';
import { ColumnChart } from '@/components/charts/column-chart';
import { ShareBar } from '@/components/charts/share-bar';
import { sparkline as drawSparkline } from '@/components/charts/sparkline';
import { weekBars } from '@/components/charts/week-bars';
import { DAY_ZONE, parseTime } from '@/lib/time';

const at = (text: string) => parseTime(text, 'UTC') ?? 0;
const asOf = at('2026-02-15T12:00:00Z');

/** A year of weeks without commits except for the last ones. */
const year = (...last: number[]) => [...Array.from({ length: 52 - last.length }, () => 0), ...last];

const sparkline = (counts: number[]) => drawSparkline(counts).__html;
const wordsOf = (markup: string) => markup.replace(/<[^>]*>/g, '');
const chart = (counts: number[]) =>
  renderToStaticMarkup(<ActivityChart counts={counts} asOf={asOf} />);

test.each([
  [year(), '0 commits'],
  [year(1), '1 commit, peak 1 a week'],
  [year(7), '7 commits, peak 7 a week'],
  [year(3, 0, 9), '12 commits, peak 9 a week'],
  [year(1500, 500), '2,000 commits, peak 1,500 a week'],
])('a small chart %# has its sum and maximum as text', (counts, words) => {
  expect(wordsOf(sparkline(counts))).toBe(words);
  expect(sparkline(counts)).toContain('<svg aria-hidden="true"');
});

test.each([
  [year(1), '1 commit in the year to 15 February 2026, active in 1 week, peak 1 a week.'],
  [year(3, 0, 9), '12 commits in the year to 15 February 2026, active in 2 weeks, peak 9 a week.'],
  [
    year(1500, 500),
    '2,000 commits in the year to 15 February 2026, active in 2 weeks, peak 1,500 a week.',
  ],
])('a chart %# has a sentence for everyone, including screen readers', (counts, sentence) => {
  const markup = chart(counts);
  expect(markup).toContain(`<svg role="img" aria-label="${sentence}"`);
  expect(/<figcaption[^>]*>(.*)<\/figcaption>/.exec(markup)?.[1]).toBe(sentence);
});

test('a year without commits is a sentence without an empty chart', () => {
  expect(chart(year())).toBe(
    '<p class="text-quiet">No commits in the year to 15 February 2026.</p>',
  );
});

test('the weeks of a chart end on the same weekday across a clock change', () => {
  const asOf = parseTime('2026-05-26', DAY_ZONE) ?? 0;
  const markup = renderToStaticMarkup(<ActivityChart counts={year(1)} asOf={asOf} />);
  for (const day of ['26 May 2026', '10 March 2026', '3 March 2026', '3 June 2025']) {
    expect(markup).toContain(`>${day}</th>`);
  }
});

test('a chart has its numbers in a table, newest first', () => {
  const rows = [
    ...chart(year(2, 1500)).matchAll(/<th scope="row"[^>]*>([^<]*)<\/th><td[^>]*>([^<]*)<\/td>/g),
  ].map(([, week, commits]) => `${week ?? ''}: ${commits ?? ''}`);
  expect(rows).toHaveLength(52);
  expect(rows.slice(0, 3)).toEqual([
    '15 February 2026: 1,500',
    '8 February 2026: 2',
    '1 February 2026: 0',
  ]);
  expect(rows.at(-1)).toBe('23 February 2025: 0');
});

test('weeks with commits have a visible bar that is not too high, others none', () => {
  const counts = [0, 1, 1000, 500, 0];
  const bars = [...weekBars(counts, 20).matchAll(/M(\d+) 20v-([\d.]+)h/g)].map(
    ([, week, height]) => ({
      week: Number(week),
      height: Number(height),
    }),
  );
  expect(bars).toEqual([
    { week: 1, height: 1.2 },
    { week: 2, height: 20 },
    { week: 3, height: 10 },
  ]);
  expect(weekBars(year(), 20)).toBe('');
});

const entries = (figures: Record<string, number>) =>
  Object.entries(figures).map(([label, count]) => ({ label, count }));
const textsOf = (markup: string) =>
  [...markup.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);

const bars = (figures: Record<string, number>) =>
  renderToStaticMarkup(
    <BarList
      noun="package"
      entries={entries(figures).map((it) => ({ ...it, href: `/packages/?of=${it.label}` }))}
    />,
  );

test('bars have a label and a figure, link to their list, and are scaled to the longest', () => {
  const markup = bars({ App: 1600, Other: 400, None: 0, Least: 1 });
  expect(wordsOf(markup)).toBe(
    'App1,600: 1,600 packagesOther400: 400 packagesNone0: 0 packagesLeast1: 1 package',
  );
  const links = [...markup.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href);
  expect(links).toEqual(['App', 'Other', 'None', 'Least'].map((it) => `/packages/?of=${it}`));
  const lengths = [...markup.matchAll(/M0 0h([\d.]+)v1/g)].map(([, length]) => Number(length));
  expect(lengths).toEqual([100, 25, 0, 0.5]);
});

test('a bar without a list is no link, and without bars there are none', () => {
  const markup = renderToStaticMarkup(<BarList noun="package" entries={entries({ App: 1 })} />);
  expect(markup).not.toContain('<a');
  expect(wordsOf(bars({}))).toBe('None yet.');
});

test('bars beyond the twelfth are on demand', () => {
  const [shown = '', more = ''] = bars(years(...Array<number>(14).fill(1))).split('<details>');
  expect(shown.match(/<li>/g)).toHaveLength(12);
  expect(more.match(/<li>/g)).toHaveLength(2);
  expect(wordsOf(more)).toMatch(/^2 more/);
});

test('a share bar is split in proportion', () => {
  const sharesOf = (...counts: [number, number, number]) =>
    [
      ...renderToStaticMarkup(<ShareBar counts={counts} />).matchAll(
        /x="([^"]*)" width="([^"]*)"/g,
      ),
    ].map(([, start, width]) => [Number(start), Number(width)]);
  expect(sharesOf(50, 30, 20)).toEqual([
    [0, 50],
    [50, 30],
    [80, 20],
  ]);
  expect(sharesOf(0, 0, 0)).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
  ]);
});

const columns = (figures: Record<string, number>) =>
  textsOf(renderToStaticMarkup(<ColumnChart sentence="Said." entries={entries(figures)} />));
const years = (...counts: number[]) =>
  Object.fromEntries(counts.map((count, index) => [`y${2001 + index}`, count]));

test('the highest and the last column have figures', () => {
  expect(columns(years(3, 9, 5))).toEqual(['9', '5', 'y2001', 'y2002', 'y2003']);
  expect(columns(years(3, 5, 9))).toEqual(['9', 'y2001', 'y2002', 'y2003']);
  expect(columns(years(7))).toEqual(['7', 'y2001']);
});

test('many columns have labels where there is room, and at the last', () => {
  const counts = Array.from({ length: 20 }, (_, index) => index + 1);
  const named = columns(years(...counts)).filter((text) => text?.startsWith('y'));
  expect(named).toEqual(['y2002', 'y2005', 'y2008', 'y2011', 'y2014', 'y2017', 'y2020']);
});

test('the last figure is hidden next to the highest', () => {
  const counts = [...Array<number>(38).fill(1), 1000, 999];
  expect(columns(years(...counts))[0]).toBe('1,000');
  expect(columns(years(...counts))).not.toContain('999');
});

test('a chart without data is rendered', () => {
  expect(columns({})).toEqual([]);
});
