import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ActivityChart } from '@/components/charts/activity-chart';
import { sparkline as drawSparkline } from '@/components/charts/sparkline';
import { weekBars } from '@/components/charts/week-bars';
import { DAY_ZONE, parseTime } from '@/lib/time';

const at = (text: string) => parseTime(text, 'UTC') ?? 0;
const asOf = at('2026-02-15T12:00:00Z');

/** A year of weeks without commits, but for the last ones. */
const year = (...last: number[]) => [...Array.from({ length: 52 - last.length }, () => 0), ...last];

const sparkline = (counts: number[]) => drawSparkline(counts).__html;
const wordsOf = (markup: string) => markup.replace(/<[^>]*>/g, '');
const chart = (counts: number[]) =>
  renderToStaticMarkup(<ActivityChart counts={counts} asOf={asOf} />);

test.each([
  [year(), '0 commits'],
  [year(1), '1 commit, at most 1 in a week'],
  [year(7), '7 commits, at most 7 in a week'],
  [year(3, 0, 9), '12 commits, at most 9 in a week'],
  [year(1500, 500), '2,000 commits, at most 1,500 in a week'],
])('a small chart %# says its sum and its most', (counts, words) => {
  expect(wordsOf(sparkline(counts))).toBe(words);
  expect(sparkline(counts)).toContain('<svg aria-hidden="true"');
});

test.each([
  [year(), 'No commits in the 52 weeks to 15 February 2026.'],
  [
    year(1),
    '1 commit in the 52 weeks to 15 February 2026, in 1 week of them; at most 1 in a week.',
  ],
  [
    year(3, 0, 9),
    '12 commits in the 52 weeks to 15 February 2026, in 2 weeks of them; at most 9 in a week.',
  ],
  [
    year(1500, 500),
    '2,000 commits in the 52 weeks to 15 February 2026, in 2 weeks of them; at most 1,500 in a week.',
  ],
])('a chart %# says in a sentence what it shows, to eyes and ears', (counts, sentence) => {
  const markup = chart(counts);
  expect(markup).toContain(`<svg role="img" aria-label="${sentence}"`);
  expect(/<figcaption[^>]*>(.*)<\/figcaption>/.exec(markup)?.[1]).toBe(sentence);
});

test('the weeks of a chart end on the same day of the week across a change of the clocks', () => {
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

test('weeks without commits have no bar, all others one that can be seen and none that is too high', () => {
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
