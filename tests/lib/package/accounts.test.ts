import { expect, test } from 'vitest';
import { areAccounts, isBot } from '@/lib/package/accounts';

test.each(['dependabot[bot]', 'pre-commit-ci[bot]', 'jazzband-bot', 'uwu_bot', 'GitHub-Actions'])(
  '%s is a bot',
  (account) => {
    expect(isBot(account)).toBe(true);
  },
);

test.each(['abbottc', 'CorBott', 'danilo-botelho', 'talbot', 'bot', ''])(
  '%j is a person',
  (account) => {
    expect(isBot(account)).toBe(false);
  },
);

test.each([
  [['wile', 'road-runner', 'dependabot[bot]'], true],
  [[], true],
  [['Wile E. Coyote', 'Alice'], false],
  [['Coyote, Wile', 'alice'], false],
])('%j are accounts: %j', (participants, expected) => {
  expect(areAccounts(participants)).toBe(expected);
});
