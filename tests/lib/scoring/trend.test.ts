import { expect, test } from 'vitest';
import { trendOf } from '@/lib/scoring/trend';
import { clock, daysAgo } from './health-facts';

/** The trend of a number of commits in each of the 40 weeks, then in each of the last 12. */
const trend = (earlier: number, recent: number) => {
  const weeks = [
    ...Array.from({ length: 40 }, () => earlier),
    ...Array.from({ length: 12 }, () => recent),
  ];
  return trendOf({ commitsOver52: weeks, commitsAsOf: daysAgo(10) }, clock) ?? NaN;
};
const once = (week: number, commits: number) => {
  const weeks = Array.from({ length: 52 }, (_, index) => (index === week ? commits : 0));
  return trendOf({ commitsOver52: weeks, commitsAsOf: daysAgo(10) }, clock) ?? NaN;
};

test('more activity rises, less falls, and steady activity does neither', () => {
  expect(trend(5, 10)).toBeGreaterThan(0.3);
  expect(trend(10, 5)).toBeLessThan(-0.9);
  expect(trend(10, 10)).toBeLessThan(0);
  expect(trend(10, 10)).toBeGreaterThan(-0.5);
});

test('twice as many commits are close to one doubling if there are many', () => {
  expect(trend(100, 200)).toBeGreaterThan(0.85);
  expect(trend(100, 200)).toBeLessThan(1);
});

test('a few commits after none do not beat a steady busy project', () => {
  for (const commits of [0, 1, 2, 3]) expect(once(51, commits)).toBeLessThan(trend(5, 5));
});

test('the same rise counts more with more commits', () => {
  expect(trend(2, 4)).toBeLessThan(trend(20, 40));
});

test('more recent commits never lower the trend', () => {
  const values = [0, 1, 2, 5, 20].map((recent) => trend(3, recent));
  expect(values).toEqual(values.toSorted((a, b) => a - b));
});

test('the last 12 weeks are the recent ones', () => {
  expect(once(40, 50)).toBeGreaterThan(2);
  expect(once(39, 50)).toBeLessThan(-2);
});

test('there is no trend for commits that are unknown or over half a year old', () => {
  const commitsOver52 = Array.from({ length: 52 }, () => 1);
  expect(trendOf({ commitsOver52, commitsAsOf: daysAgo(182) }, clock)).not.toBeNull();
  expect(trendOf({ commitsOver52, commitsAsOf: daysAgo(183) }, clock)).toBeNull();
  expect(trendOf({ commitsOver52, commitsAsOf: null }, clock)).toBeNull();
  expect(trendOf({ commitsOver52: null, commitsAsOf: daysAgo(1) }, clock)).toBeNull();
  expect(trendOf({ commitsOver52: [], commitsAsOf: daysAgo(1) }, clock)).toBeNull();
});

test('commits dated in the future have no trend', () => {
  const commitsOver52 = Array.from({ length: 52 }, () => 5);
  expect(trendOf({ commitsOver52, commitsAsOf: daysAgo(-1) }, clock)).toBeNull();
  expect(trendOf({ commitsOver52, commitsAsOf: daysAgo(0) }, clock)).not.toBeNull();
});
