import { expect, test } from 'vitest';
import { crumbsOf } from '@/lib/api/browsable/crumbs';
import { jsonMarkup } from '@/lib/api/browsable/json-markup';
import { pageLinks } from '@/lib/api/browsable/pager';

const written = (document: unknown) => jsonMarkup(document).__html;

test('URLs become links, without text around them', () => {
  expect(written('https://example.org/a?b=1&c=2')).toBe(
    '&quot;<a href="https://example.org/a?b=1&amp;c=2" rel="nofollow">https://example.org/a?b=1&amp;c=2</a>&quot;',
  );
  expect(written('See https://example.org/, or (http://a.example).')).toContain(
    'See <a href="https://example.org/" rel="nofollow">https://example.org/</a>, or (<a href="http://a.example" rel="nofollow">http://a.example</a>).',
  );
});

test.each([
  '<script>alert(1)</script>',
  'https://example.org/"><script>alert(1)</script>',
  "https://example.org/'onmouseover='alert(1)",
  'javascript:alert(1)',
  'http://<img src=x onerror=alert(1)>',
])('%s stays text', (text) => {
  const html = written({ [text]: text });
  expect(html).not.toMatch(/<(?!a href="https?:\/\/[^"<>]*" rel="nofollow">|\/a>)/);
  expect(html).not.toContain('href="javascript');
});

test('JSON shows characters that hide or reorder others as escapes', () => {
  expect(written('exe\u202egpj\u0000\u007f')).toBe('&quot;exe\\u202egpj\\u0000\\u007f&quot;');
});

test('breadcrumbs lead from the root to the record', () => {
  expect(crumbsOf('/api/v4/')).toEqual([]);
  expect(crumbsOf('/api/v4/packages/django-q/versions/')).toEqual([
    { href: '/api/v4/', name: 'Api Root' },
    { href: '/api/v4/packages/', name: 'Package List' },
    { href: '/api/v4/packages/django-q/', name: 'Package Instance' },
  ]);
});

const address = { path: 'http://test/api/v4/packages/', params: new URLSearchParams('q=x') };
const numbers = (limit: number, offset: number, count: number) =>
  pageLinks(address, { limit, offset, count }).map(({ number, isCurrent }) =>
    isCurrent ? `[${String(number)}]` : String(number ?? '…'),
  );

test.each([
  [20, 0, 20, []],
  [20, 0, 21, ['[1]', '2']],
  [20, 20, 60, ['1', '[2]', '3']],
  [20, 80, 200, ['1', '…', '4', '[5]', '6', '…', '10']],
  [20, 180, 200, ['1', '…', '9', '[10]']],
  [20, 5, 60, ['1', '[2]', '3', '4']],
  [20, 1000, 60, ['1', '2', '[3]']],
] as const)('pages of %i from %i of %i: %j', (limit, offset, count, shown) => {
  expect(numbers(limit, offset, count)).toEqual(shown);
});

test('a page link has limit and offset, and the other parameters', () => {
  for (const offset of [20, 1000]) {
    const links = pageLinks(address, { limit: 20, offset, count: 60 });
    expect(links.map(({ href }) => href)).toEqual([
      'http://test/api/v4/packages/?limit=20&q=x',
      'http://test/api/v4/packages/?limit=20&offset=20&q=x',
      'http://test/api/v4/packages/?limit=20&offset=40&q=x',
    ]);
  }
});
