import { expect, test } from 'vitest';
import { listQuery, MAX_SEARCH_LENGTH, searchQuery } from '@/lib/list/query';

const query = listQuery(['title', '-title', 'created'], 'title');
const plain = {
  q: { q: '', isCut: false },
  sort: 'title',
  page: 1,
  category: '',
};
const good = { q: 'admin', sort: 'created', page: '3', category: 'apps' };
const read = {
  q: { q: 'admin', isCut: false },
  sort: 'created',
  page: 3,
  category: 'apps',
};

test('without parameters a list has its defaults', () => {
  expect(query.parse({})).toEqual(plain);
});

test('valid parameters are accepted', () => {
  expect(query.parse(good)).toEqual(read);
});

test.each(['0', '-1', '2.5', 'two', '', ' ', 'NaN', 'Infinity', '1000001', '9'.repeat(400), '1 2'])(
  'page %j falls back to the first, and other parameters are kept',
  (page) => {
    expect(query.parse({ ...good, page })).toEqual({ ...read, page: 1 });
  },
);

test.each(['', 'Title', '--title', 'title ', 'stars', 'created; drop table packages'])(
  'sort %j falls back to the default, and other parameters are kept',
  (sort) => {
    expect(query.parse({ ...good, sort })).toEqual({ ...read, sort: 'title' });
  },
);

test.each(['q', 'sort', 'page', 'category'] as const)(
  '%s that is neither a string nor a list of strings falls back alone',
  (name) => {
    for (const value of [7, null, {}, [], [7], { a: 'b' }]) {
      expect(query.parse({ ...good, [name]: value })).toEqual({ ...read, [name]: plain[name] });
    }
  },
);

test('of a repeated parameter the last counts', () => {
  const repeated = { q: ['a', 'admin'], sort: ['title', 'created'], page: ['9', '3'] };
  expect(query.parse({ ...repeated, category: ['other', 'apps'], grid: ['', 'none'] })).toEqual(
    read,
  );
});

test('a repeated parameter with an invalid last value falls back', () => {
  expect(query.parse({ page: ['3', 'x'], sort: ['created', 'x'] })).toEqual(plain);
});

test('a search is trimmed and loses NULs', () => {
  expect(searchQuery.parse({ q: ' \0ad\0min\t\0 ' })).toEqual({ q: read.q });
  expect(searchQuery.parse({ q: '\0' })).toEqual({ q: plain.q });
});

test('a search is otherwise unchanged', () => {
  const q = `50%_\\ '";--  <b> 🐍 é`;
  expect(searchQuery.parse({ q }).q).toEqual({ q, isCut: false });
});

test('a long search is truncated and says so', () => {
  expect(searchQuery.parse({ q: 'x'.repeat(10_240) }).q).toEqual({
    q: 'x'.repeat(MAX_SEARCH_LENGTH),
    isCut: true,
  });
  expect(searchQuery.parse({ q: 'x'.repeat(MAX_SEARCH_LENGTH) }).q.isCut).toBe(false);
});

test('ignored characters do not count towards the length of a search', () => {
  const q = `${' '.repeat(500)}admin${'\0'.repeat(500)}`;
  expect(searchQuery.parse({ q })).toEqual({ q: read.q });
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  'the property name %s is a value like any other',
  (name) => {
    const odd = { q: name, sort: name, page: name, category: name, grid: name };
    expect(query.parse(odd)).toEqual({
      ...plain,
      q: { q: name, isCut: false },
      category: name,
    });
  },
);

test.each(['__proto__', 'constructor', 'toString'])('a parameter %s changes nothing', (name) => {
  const odd: unknown = JSON.parse(`{ "q": "admin", "${name}": "created" }`);
  expect(query.parse(odd)).toEqual({ ...plain, q: read.q });
});
