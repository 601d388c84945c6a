import { expect, test } from 'vitest';
import { isLongSilent, knownSilence } from '@/lib/scoring/reading';
import { clock, daysAgo } from './health-facts';

const silence = (last: number | null, read: number | null) =>
  knownSilence(
    { lastAt: last === null ? null : daysAgo(last), asOf: read === null ? null : daysAgo(read) },
    clock,
  );

test('silence is known up to the last check', () => {
  expect(silence(40, 10)).toBe(30);
  expect(silence(10, 10)).toBe(0);
});

test('a check in the future counts as now, and one before the last event as that event', () => {
  expect(silence(40, -5)).toBe(40);
  expect(silence(5, 40)).toBe(0);
});

test('a check over a year old is ignored, unless it found over two years of silence', () => {
  expect(silence(364, 364)).toBe(0);
  expect(silence(365, 365)).toBeUndefined();
  expect(silence(400 + 730, 400)).toBeUndefined();
  expect(silence(400 + 731, 400)).toBe(731);
});

test('without a check date, the last event is assumed', () => {
  expect(silence(20, null)).toBe(0);
  expect(silence(2000, null)).toBeUndefined();
});

test('an event that never happened gives nothing', () => {
  expect(silence(null, 10)).toBeUndefined();
});

test('a repository is long silent after two years without a commit before the check', () => {
  const read = (lastCommit: number, asOf: number) =>
    isLongSilent({ lastCommitAt: daysAgo(lastCommit), commitsAsOf: daysAgo(asOf) }, clock);
  expect(read(2000, 1000)).toBe(true);
  expect(read(2000, 1500)).toBe(false);
  expect(read(740, 9)).toBe(true);
  expect(read(740, 10)).toBe(false);
});
