import { expect, test } from 'vitest';
import { rankContributors } from '@/lib/package/contributors';

const github = (...participants: string[]) => ({ domain: 'github.com', participants });

test('contributors are sorted by packages, then name', () => {
  const packages = [github('ann', 'bob'), github('bob', 'cid', 'ann'), github('bob')];
  expect(rankContributors(packages, 3)).toEqual([
    { domain: 'github.com', account: 'bob', count: 3 },
    { domain: 'github.com', account: 'ann', count: 2 },
    { domain: 'github.com', account: 'cid', count: 1 },
  ]);
  expect(rankContributors(packages, 1)).toHaveLength(1);
});

test('bots are not contributors', () => {
  const names = rankContributors([github('dependabot[bot]', 'jazzband-bot', 'talbot')], 9);
  expect(names.map(({ account }) => account)).toEqual(['talbot']);
});

test('the same account name on two hosts is two people', () => {
  const elsewhere = { domain: 'gitlab.com', participants: ['ann'] };
  expect(rankContributors([github('ann'), elsewhere, github('ann')], 9)).toEqual([
    { domain: 'github.com', account: 'ann', count: 2 },
    { domain: 'gitlab.com', account: 'ann', count: 1 },
  ]);
});

test('property names of objects are names like any other', () => {
  const names = rankContributors([github('__proto__', 'constructor')], 9);
  expect(names.map(({ account }) => account)).toEqual(['__proto__', 'constructor']);
});

test('names of people are not accounts', () => {
  const packages = [github('Ann Other', 'bob'), github('bob')];
  expect(rankContributors(packages, 9)).toEqual([
    { domain: 'github.com', account: 'bob', count: 1 },
  ]);
});
