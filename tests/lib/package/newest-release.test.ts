import { expect, test } from 'vitest';
import { lastRelease, newestRelease } from '@/lib/package/newest-release';
import { DAY_ZONE, parseTime } from '@/lib/time';

const at = (day: string) => parseTime(day, DAY_ZONE) ?? 0;

/** `5.0 2026-06-18 pypi`: the number, its day or month or `?`, and other properties. */
function release(text: string) {
  const [number = '', day = '?', ...notes] = text.split(' ');
  return {
    number,
    releasedAt: day === '?' ? null : at(day.length === 7 ? `${day}-01` : day),
    datePrecision: day.length === 7 ? ('month' as const) : ('day' as const),
    isOnPypi: notes.includes('pypi'),
    isHidden: notes.includes('hidden'),
  };
}

test.each([
  ['one release', ['1.0 2020-01-01'], '1.0'],
  ['none', [], null],
  ['a backport a day later', ['5.0.0 2026-06-18', '4.0.3 2026-06-19'], '5.0.0'],
  ['a backport of the same day', ['4.0.3 2026-06-18', '5.0.0 2026-06-18'], '5.0.0'],
  ['two digits', ['3.9 2020-01-01', '3.10 2019-01-01'], '3.10'],
  ['an epoch', ['9.0 2020-01-01', '1!0.1 2019-01-01'], '1!0.1'],
  ['a candidate after a final', ['2.0rc1 2026-01-01', '1.9 2020-01-01'], '1.9'],
  ['a post-release', ['1.0 2020-01-01', '1.0.post1 2019-01-01'], '1.0.post1'],
  ['pre-releases alone', ['0.1b2 2020-01-01', '0.1b10 2019-01-01', '0.1a9 2021-01-01'], '0.1b10'],
  ['a development release and a beta', ['1.0.dev9 2020-01-01', '1.0b1 2019-01-01'], '1.0b1'],
  ['a canary', ['1.0-canary 2026-01-01', '0.9 2020-01-01'], '0.9'],
  ['a next', ['2.0.0-next.3 2026-01-01', '1.0 2020-01-01'], '1.0'],
  ['a snapshot', ['2.0-SNAPSHOT 2026-01-01', '1.0 2020-01-01'], '1.0'],
  ['a nightly and a beta', ['nightly 2026-01-01', '1.0b1 2020-01-01'], '1.0b1'],
  ['nothing readable', ['nightly 2026-01-01', 'release-1 2020-01-01'], null],
  ['a hidden one', ['2.0 2026-01-01 hidden', '1.0 2020-01-01'], '1.0'],
  ['hidden ones alone', ['2.0 2026-01-01 hidden'], null],
  ['no date', ['2.0 ?', '1.0 2020-01-01'], '2.0'],
  ['tags that were never on PyPI', ['20241023.1 2024-10-23', '2.3.1 2015-04 pypi'], '2.3.1'],
  ['a mistyped tag', ['4.4 2016-09-05', '0.5.0 2020-03-06 pypi'], '0.5.0'],
  ['several on PyPI', ['1.9 2020-01-01 pypi', '1.10 2019-01-01 pypi', '2.0 2021-01-01'], '1.10'],
  ['a hidden one on PyPI', ['2.0 2020-01-01 pypi hidden', '1.9 2019-01-01'], '1.9'],
  ['a final tag and a beta on PyPI', ['1.0 2020-01-01', '2.0b1 2021-01-01 pypi'], '1.0'],
  ['the same number twice', ['3.5.0 2024-09-02', '3.5 2024-09 pypi'], '3.5'],
])('of %s, the newest is the highest number', (_, releases, newest) => {
  for (const order of [releases, releases.toReversed()]) {
    expect(newestRelease(order.map(release)).lastReleaseNumber).toBe(newest);
  }
});

test('has the date of the newest release, with its precision', () => {
  expect(newestRelease(['5.0 2026-06', '4.1 2026-07-02'].map(release))).toEqual({
    lastReleaseNumber: '5.0',
    lastReleaseAt: at('2026-06-01'),
    lastReleasePrecision: 'month',
  });
  expect(newestRelease(['5.0 ?', '4.1 2026-07-02'].map(release)).lastReleaseAt).toBeNull();
});

test.each([
  ['no later release', '5.0 2026-06-18', [], '5.0'],
  [
    'a later fix for an older line',
    '5.0 2026-06-18',
    ['4.2.9 2026-07-01', '4.2.8 2026-06-20'],
    '4.2.9',
  ],
  ['later pre-releases', '5.0 2026-06-18', ['6.0a1 2026-08-01', '5.1rc1 2026-07-01'], '5.0'],
  [
    'a later invalid version',
    '5.0 2026-06-18',
    ['nightly 2026-08-01', '4.2.9 2026-07-01'],
    '4.2.9',
  ],
  ['an unknown release date', '5.0 ?', ['4.2.9 2026-07-01'], '4.2.9'],
  ['another release in the same month', '5.0 2026-06', ['4.2.9 2026-06-20'], '5.0'],
  ['another release in a later month', '5.0 2026-06', ['4.2.9 2026-07-20'], '4.2.9'],
])('%s determines which release came out last', (_, newest, later, last) => {
  const dated = (text: string) => newestRelease([release(text)]);
  const readable = (text: string) => {
    const { number, releasedAt, datePrecision } = release(text);
    return {
      lastReleaseNumber: number,
      lastReleaseAt: releasedAt,
      lastReleasePrecision: datePrecision,
    };
  };
  expect(lastRelease(dated(newest), later.map(readable)).lastReleaseNumber).toBe(last);
});

test('without releases there is no last one', () => {
  const none = newestRelease([]);
  expect(lastRelease(none, [{ ...none, lastReleaseNumber: '1.0', lastReleaseAt: 1 }])).toBe(none);
});
