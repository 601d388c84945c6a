import { expect, test } from 'vitest';
import { rankContributors } from '@/lib/package/contributors';

const github = (...participants: string[]) => ({ domain: 'github.com', participants });

test('who contributes to most packages comes first, and equals come by name', () => {
  const packages = [github('ann', 'bob'), github('bob', 'cid', 'ann'), github('bob')];
  expect(rankContributors(packages, 3)).toEqual([
    { domain: 'github.com', account: 'bob', count: 3 },
    { domain: 'github.com', account: 'ann', count: 2 },
    { domain: 'github.com', account: 'cid', count: 1 },
  ]);
  expect(rankContributors(packages, 1)).toHaveLength(1);
});

test('programs are no contributors', () => {
  const names = rankContributors([github('dependabot[bot]', 'jazzband-bot', 'talbot')], 9);
  expect(names.map(({ account }) => account)).toEqual(['talbot']);
});

test('namesakes of two hosts are two people', () => {
  const elsewhere = { domain: 'gitlab.com', participants: ['ann'] };
  expect(rankContributors([github('ann'), elsewhere, github('ann')], 9)).toEqual([
    { domain: 'github.com', account: 'ann', count: 2 },
    { domain: 'gitlab.com', account: 'ann', count: 1 },
  ]);
});

test('names that every object has are names like others', () => {
  const names = rankContributors([github('__proto__', 'constructor')], 9);
  expect(names.map(({ account }) => account)).toEqual(['__proto__', 'constructor']);
});

test('names of people are no accounts', () => {
  const packages = [github('Ann Other', 'bob'), github('bob')];
  expect(rankContributors(packages, 9)).toEqual([
    { domain: 'github.com', account: 'bob', count: 1 },
  ]);
});
