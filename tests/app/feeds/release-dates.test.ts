import { expect, test } from 'vitest';
import { releaseItem } from '@/lib/feeds/items';
import { toIso } from '@/lib/feeds/feed';
import { DAY_ZONE, parseTime, type Precision } from '@/lib/time';

const timeOf = (text: string) => parseTime(text, DAY_ZONE) ?? 0;

function dated(date: string, datePrecision: Precision, firstSeen: string | null = null) {
  const release = {
    ...{ packageId: 1, slug: 'a', title: 'A', description: '', number: '1', modifiedAt: 0 },
    ...{ releasedAt: timeOf(date), datePrecision, lastFetchedAt: null },
    firstSeenAt: firstSeen === null ? null : timeOf(firstSeen),
  };
  return (zone: string) => {
    const { publishedAt, summary } = releaseItem('https://a.test', release, zone);
    return [toIso(publishedAt), summary];
  };
}

test.each([
  ['UTC', '2026-11-01T00:00:00Z'],
  ['Europe/Paris', '2026-10-31T23:00:00Z'],
  ['America/New_York', '2026-11-01T04:00:00Z'],
  ['Pacific/Auckland', '2026-10-31T11:00:00Z'],
])('a day is dated midnight in %s', (zone, midnight) => {
  expect(dated('2026-11-01', 'day')(zone)).toEqual([midnight, 'Released on 1 November 2026.']);
});

test.each([
  ['2026-11-01', 'November 2026', 'UTC', '20 November 2026'],
  ['2019-09-01', 'September 2019', 'Pacific/Auckland', '21 November 2026'],
])(
  'a release known to the month %s is dated when the site first saw it',
  (date, month, zone, day) => {
    expect(dated(date, 'month', '2026-11-20T12:00:00Z')(zone)).toEqual([
      '2026-11-20T12:00:00Z',
      `Released in ${month}; listed here since ${day}.`,
    ]);
  },
);

test('a release known to the month that the site did not see come out is dated by the month', () => {
  expect(dated('2019-09-01', 'month')('UTC')).toEqual([
    '2019-09-01T00:00:00Z',
    'Released in September 2019.',
  ]);
});

test.each([
  ['UTC', '1 November 2026'],
  ['America/New_York', '31 October 2026'],
])('a time stays unchanged, and belongs to a day of %s', (zone, day) => {
  const at = '2026-11-01T00:02:03Z';
  expect(dated(at, 'time')(zone)).toEqual([at, `Released on ${day}.`]);
});
