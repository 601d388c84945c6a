import { expect, test } from 'vitest';
import { operations } from '@/lib/api/operations';
import { encodeQuery, readParameters } from '@/lib/api/query';

const parse = (query: string) =>
  operations.packageList.query.parse(readParameters(new URLSearchParams(query)));

test('the default is twenty records from the first', () => {
  expect(parse('')).toMatchObject({ limit: 20, offset: 0, q: '' });
});

test.each([
  ['limit=5&offset=7', 5, 7],
  ['limit=0&offset=0', 20, 0],
  ['limit=-3&offset=-3', 20, 0],
  ['limit=&offset=', 20, 0],
  ['limit=x&offset=x', 20, 0],
  ['limit=2.5&offset=1e3', 20, 0],
  ['limit=1&limit=3&offset=1&offset=4', 3, 4],
  ['limit=3&limit=x&offset=4&offset=x', 20, 0],
  ['limit=+5&offset=%2B6', 5, 6],
  ['limit=007', 7, 0],
  ['limit=10000', 10_000, 0],
  ['limit=10001', 10_000, 0],
  [`limit=${'9'.repeat(30)}`, 10_000, 0],
  [`offset=${'9'.repeat(30)}`, 20, Number.MAX_SAFE_INTEGER],
  ['limit=%00&offset=%F0%9F%90%8D', 20, 0],
])('%s: limit %i, offset %i', (query, limit, offset) => {
  expect(parse(query)).toMatchObject({ limit, offset });
});

test('the last of a repeated parameter counts', () => {
  expect(parse('q=a&q=b').q).toBe('b');
});

test('a search text is trimmed, truncated and has no NUL', () => {
  expect(parse('q=%00+django%00+').q).toBe('django');
  expect(parse(`q=${'x'.repeat(10_240)}`).q).toHaveLength(200);
});

test('parameters are sorted and escaped like Python does', () => {
  const params = new URLSearchParams('q=a b*c~d&format=json&a=%00é&q=2&=x&b');
  expect(encodeQuery(params)).toBe('=x&a=%00%C3%A9&b=&format=json&q=a+b%2Ac~d&q=2');
});
