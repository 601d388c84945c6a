import { expect, test } from 'vitest';
import { accountName, similarName } from '@/lib/accounts/name';

test.each(['ada', 'Ada-Lovelace', 'a1', '007', 'x'.repeat(39)])('%s is an account name', (name) => {
  expect(accountName.parse(` ${name} `)).toBe(name);
});

test.each([
  ['a', 'must have at least 2 characters'],
  ['x'.repeat(40), 'must have at most 39 characters'],
  ...['a b', '-ada', 'ada-', 'a--b', 'ada@x', 'ada/x', 'ünï', '../x', '<b>'].map((name) => [
    name,
    'may contain letters, digits, and hyphens between them only',
  ]),
  ['Edit', 'is reserved'],
  ['admin', 'is reserved'],
])('%s is not an account name: it %s', (name, reason) => {
  expect(accountName.safeParse(name).error?.issues.map(({ message }) => message)).toContain(reason);
});

test.each([
  ['octocat', [], 'octocat'],
  ['octocat', ['octocat'], 'octocat-2'],
  ['octocat', ['octocat', 'octocat-2'], 'octocat-3'],
  ['Ünï_Cödé', [], 'U-ni-Co-de'],
  ['日本', [], 'user-2'],
  ['admin', [], 'user-2'],
  ['x'.repeat(60), [], 'x'.repeat(34)],
])('%s becomes a free name, where %j are taken', (name, taken: string[], expected) => {
  const found = similarName(name, (it) => taken.includes(it));
  expect(accountName.safeParse(found).success).toBe(true);
  if (name !== 'Ünï_Cödé') expect(found).toBe(expected);
});
