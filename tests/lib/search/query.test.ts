import { expect, test } from 'vitest';
import { readQuery } from '@/lib/search/query';
import { fastest } from '@/tests/tools/fastest';

const nothing = {
  isBlank: false,
  words: [],
  phrases: [],
  excluded: [],
  conditions: [],
  target: undefined,
};

test.each([
  ['task queues', { ...nothing, words: ['task', 'queue'] }],
  ['"task queue" redis', { ...nothing, words: ['redis'], phrases: [['task', 'queue']] }],
  ['"never closed', { ...nothing, phrases: [['never', 'closed']] }],
  [
    'queue -celery -"django q"',
    { ...nothing, words: ['queue'], excluded: [['celery'], ['django', 'q']] },
  ],
  [
    'admin Django:5.2 licence:MIT license:bsd',
    {
      ...nothing,
      words: ['admin'],
      conditions: [
        { operator: 'django', value: '5.2' },
        { operator: 'licence', value: 'MIT' },
        { operator: 'licence', value: 'bsd' },
      ],
    },
  ],
  ['django: colour:red', { ...nothing, words: ['django', 'colour', 'red'] }],
  ['', { ...nothing, isBlank: true }],
  [' \t ', { ...nothing, isBlank: true }],
  ['" - -" -- : *', nothing],
])('parses %j', (text, query) => {
  expect(readQuery(text)).toEqual(query);
});

test.each([
  ['https://github.com/celery/celery', { target: { keys: ['@github.com/celery/celery'] } }],
  [
    '/packages/p/django-cms/',
    { target: { kind: 'package', slug: 'django-cms' }, words: ['django', 'cms'] },
  ],
  ['celery[redis]==5.3', { target: { keys: ['@pypi/celery'] }, words: ['celery'] }],
  [
    'celery @ git+https://github.com/me/fork.git',
    { target: { keys: ['@github.com/me/fork', '@pypi/celery'] }, words: ['celery'] },
  ],
])('%j refers to one record', (text, query) => {
  expect(readQuery(text)).toEqual({ ...nothing, ...query });
});

test('a long query is parsed quickly', () => {
  const readAll = () => {
    for (const part of ['a-b ', '"', '-', 'x:', 'a/', '((', 'é', 'a.a.', 'git@']) {
      readQuery(part.repeat(10_000));
    }
  };
  expect(fastest(readAll, 1000)).toBeLessThan(1000);
  expect(readQuery('word '.repeat(100)).words).toHaveLength(12);
});
