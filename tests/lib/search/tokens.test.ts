import { expect, test } from 'vitest';
import { keysOf, tokensOf, withoutPrefix } from '@/lib/search/tokens';

test.each([
  ['Django REST framework', ['django', 'rest', 'framework']],
  ['django-rest_framework.json', ['django', 'rest', 'framework', 'json']],
  ['pytestDjango2Factor', ['pytest', 'django2', 'factor']],
  ['Queries, caches, boxes & classes', ['query', 'cache', 'box', 'class']],
  ['redis status cms https js', ['redis', 'status', 'cms', 'http', 'js']],
  ['Crème brûlée', ['creme', 'brulee']],
  ['日本語 テスト', ['日本語', 'テスト']],
  ['  --- *"() ', []],
])('%j is read as %j', (text, tokens) => {
  expect(tokensOf(text)).toEqual(tokens);
});

test('a first word that says nothing is left off, unless it is all there is', () => {
  expect(withoutPrefix(['django', 'forms'])).toEqual(['forms']);
  expect(withoutPrefix(['django'])).toEqual(['django']);
  expect(withoutPrefix(['forms', 'django'])).toEqual(['forms', 'django']);
});

test('a name is one word from each of its words on', () => {
  expect(keysOf('Django REST-framework')).toEqual([
    'djangorestframework',
    'restframework',
    'framework',
  ]);
});
