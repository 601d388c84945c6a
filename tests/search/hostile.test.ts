import { expect, test } from 'vitest';
import { findHits, listSuggestions } from '@/db/queries/search';
import { MAX_SEARCH_LENGTH, searchQuery } from '@/lib/list/query';
import { readQuery } from '@/lib/search/query';
import { useShippedCatalogue } from '@/tests/tools/database';
import { fastest } from '@/tests/tools/fastest';

useShippedCatalogue();

const signs = Array.from(`"'\`*^:;,.()[]{}<>|&!?+-=~/\\@#$%_`);
const words = ['AND', 'OR', 'NOT', 'NEAR', 'NEAR(a b)', 'rowid', 'name', 'search_text', 'null'];
const operators = ['category', 'grid', 'django', 'python', 'licence', 'license', 'status'];
const others = [
  "'; drop table packages; --",
  '" OR 1=1 --',
  'name:celery',
  '{name words} : celery',
  '"unclosed',
  '""""',
  '- - -',
  '-"',
  '-celery',
  '-celery -huey -django',
  'celery*',
  '^celery',
  'a AND b OR NOT c',
  '\0',
  'cel\0ery',
  '日本語 の タスク',
  'очередь задач',
  'صف المهام',
  '🦄🦄🦄',
  '\ud800',
  'e\u0301'.repeat(60),
  '\u202ecelery\u202c',
  '<script>alert(1)</script>',
  '%00%ff',
  '(a+)+$',
  `${'a'.repeat(60)}!`,
  'https://',
  'https://github.com',
  'https://github.com//',
  'git@github.com:',
  `https://github.com/${'a/'.repeat(80)}`,
  'http://127.0.0.1/x/y',
  'javascript:alert(1)//x/y',
  'x'.repeat(10_240),
  'word '.repeat(2000),
  '"a b" '.repeat(1000),
  '-no '.repeat(2000),
  'django:5.2 '.repeat(500),
  'a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p',
];

const hostile = [
  ...signs.flatMap((sign) => [
    sign,
    `${sign}celery${sign}`,
    `celery ${sign.repeat(9)} queue`,
    `"${sign}`,
  ]),
  ...words.flatMap((word) => [word, `${word} celery`, `celery ${word}`]),
  ...operators.flatMap((name) => [`${name}:`, `${name}:%`, `-${name}:x`, `${name}:"a b"`]),
  ...others,
];

test(`${hostile.length} hostile queries are fast and cause no database errors`, () => {
  expect(hostile.length).toBeGreaterThanOrEqual(200);
  for (const text of hostile) {
    const { q } = searchQuery.parse({ q: text }).q;
    expect(q.length).toBeLessThanOrEqual(MAX_SEARCH_LENGTH);
    const name = JSON.stringify(text.slice(0, 60));
    expect(
      fastest(() => findHits(readQuery(q)), 50),
      name,
    ).toBeLessThan(50);
    expect(
      fastest(() => listSuggestions(q, 8), 50),
      name,
    ).toBeLessThan(50);
  }
}, 60_000);

test('a query without words finds nothing', () => {
  for (const sign of signs) expect(findHits(readQuery(sign)).hits).toEqual([]);
});
