import { expect, test } from 'vitest';
import { addressKey, readQuery } from '@/lib/search/query';

const nothing = {
  isBlank: false,
  words: [],
  phrases: [],
  excluded: [],
  conditions: [],
  address: undefined,
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
])('%j is understood', (text, query) => {
  expect(readQuery(text)).toEqual(query);
});

test.each([
  ['https://github.com/Celery/Celery', '@github.com/celery/celery'],
  ['http://www.github.com/celery/celery.git', '@github.com/celery/celery'],
  ['github.com/celery/celery/issues/12?q=1#top', '@github.com/celery/celery'],
  ['git@github.com:celery/celery.git', '@github.com/celery/celery'],
  ['git+https://github.com/celery/celery.git@main', '@github.com/celery/celery'],
  ['https://gitlab.com/group/sub/project/-/tree/main', '@gitlab.com/group/sub/project'],
  ['https://pypi.org/project/Django_Q/', '@pypi/django-q'],
  ['pypi.python.org/pypi/celery/5.1', '@pypi/celery'],
])('%j is an address', (text, key) => {
  expect(addressKey(text)).toBe(key);
});

test.each(['celery', 'a/b', 'https://example.com/', 'https://github.com/celery', 'e.g. forms'])(
  '%j is no address',
  (text) => {
    expect(addressKey(text)).toBeUndefined();
  },
);

test('a query of any length is read at once', () => {
  const begin = performance.now();
  for (const part of ['a-b ', '"', '-', 'x:', 'a/', '((', 'é', 'a.a.', 'git@']) {
    readQuery(part.repeat(10_000));
  }
  expect(performance.now() - begin).toBeLessThan(1000);
  expect(readQuery('word '.repeat(100)).words).toHaveLength(12);
});
