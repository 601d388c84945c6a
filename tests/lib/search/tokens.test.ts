import { expect, test } from 'vitest';
import { indexText, keysOf, splitIntoUnits, tokensOf, withoutPrefix } from '@/lib/search/tokens';

test.each([
  ['Django REST framework', ['django', 'rest', 'framework']],
  ['django-rest_framework.json', ['django', 'rest', 'framework', 'json']],
  ['pytestDjango2Factor', ['pytest', 'django2', 'factor']],
  ['Queries, caches, boxes & classes', ['query', 'cache', 'box', 'class']],
  ['redis status cms https js', ['redis', 'status', 'cms', 'http', 'js']],
  ['Crème brûlée', ['creme', 'brulee']],
  ['日本語 テスト', ['日本語', 'テスト']],
  ['  --- *"() ', []],
])('%j has the tokens %j', (text, tokens) => {
  expect(tokensOf(text)).toEqual(tokens);
});

test('a generic first word is dropped, unless it is the only one', () => {
  expect(withoutPrefix(['django', 'forms'])).toEqual(['forms']);
  expect(withoutPrefix(['django'])).toEqual(['django']);
  expect(withoutPrefix(['forms', 'django'])).toEqual(['forms', 'django']);
});

test('a name is one word starting at each of its words', () => {
  expect(keysOf('Django REST-framework')).toEqual([
    'djangorestframework',
    'restframework',
    'framework',
  ]);
});

test.each([
  ['Django后台模板v2', 'django 后 台 模 板 v2'],
  ['ガイド ｶﾞｲﾄﾞ', 'ガ イ ド ガ イ ド'],
  ['한국어 검색', '한 국 어 검 색'],
  ['ภาษาไทย', 'ภ า ษ า ไ ท ย'],
  ['ที่', 'ที่'],
  ['Привет, мир', 'привет мир'],
  ['第2版', '第 2 版'],
])('%j is indexed as %j', (text, units) => {
  expect(indexText(tokensOf(text))).toBe(units);
});

test('overlong words are split, runs of a script without spaces are not', () => {
  expect(tokensOf('x'.repeat(50))).toEqual(['x'.repeat(40)]);
  expect(tokensOf('模'.repeat(50))).toEqual(['模'.repeat(50)]);
});

test('a name in a script without spaces starts at each letter', () => {
  expect(keysOf('后台模板')).toEqual(['后台模板', '台模板', '模板', '板']);
});

test.each(['Django后台模板v2', 'pytestDjango, x', 'ภาษา ไทย', ' - ', ''])(
  'the parts of %j add up to it',
  (text) => {
    expect(splitIntoUnits(text).join('')).toBe(text);
  },
);
