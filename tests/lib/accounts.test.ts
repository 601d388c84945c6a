import { expect, test } from 'vitest';
import { isBot } from '@/lib/accounts';

test.each(['dependabot[bot]', 'pre-commit-ci[bot]', 'jazzband-bot', 'uwu_bot', 'GitHub-Actions'])(
  '%s is a program',
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
