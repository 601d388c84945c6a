import { expect, test } from 'vitest';
import { cellText } from '@/components/tables/cell-text';

const render = (text: string) => cellText(text).__html;

/** The links of a text: href and label, as in the markup. */
const linksOf = (text: string) =>
  [...render(text).matchAll(/<a href="([^"]*)"[^>]*>([^<]*)<\/a>/g)].map(([, href, words]) => ({
    href,
    words,
  }));

/** The visible text, with entities. */
const wordsOf = (text: string) => render(text).replace(/<[^>]*>/g, '');

test('text stays text', () => {
  expect(render('by a plugin')).toBe('by a plugin');
  expect(render('')).toBe('');
});

test('markup is escaped', () => {
  expect(render('<b onclick="x">&amp;</b><script>alert(1)</script>')).toBe(
    '&lt;b onclick=&quot;x&quot;&gt;&amp;amp;&lt;/b&gt;&lt;script&gt;alert(1)&lt;/script&gt;',
  );
});

test('keeps line breaks', () => {
  expect(render('a\nb\n\nc')).toBe('a<br/>b<br/><br/>c');
});

test.each(['https://example.org/', 'http://example.org/docs?a=b#c', 'https://example.org/a_(b/c'])(
  '%s becomes a nofollow link',
  (address) => {
    expect(linksOf(address)).toEqual([{ href: address, words: address }]);
    expect(render(address)).toContain('rel="nofollow ugc"');
  },
);

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'ftp://example.org/',
  'mailto:a@example.org',
  'file:///etc/passwd',
  '//example.org/',
  'www.example.org',
  'example.org',
  'https://',
  'http:///',
  'https:example.org',
])('%s is not a link', (text) => {
  expect(render(text)).toBe(text);
});

test.each([
  ['See https://example.org/docs.', 'See ', '.'],
  ['(https://example.org/docs)', '(', ')'],
  ['https://example.org/docs, or not', '', ', or not'],
  ['https://example.org/docs!?', '', '!?'],
  ['[https://example.org/docs]:', '[', ']:'],
  ['https://example.org/docs...', '', '...'],
])('in %j, punctuation stays outside the link', (text, before, after) => {
  const address = 'https://example.org/docs';
  expect(linksOf(text)).toEqual([{ href: address, words: address }]);
  const [start, end] = render(text).split(/<a .*<\/a>/);
  expect([start, end]).toEqual([before, after]);
});

test('a URL ends at a quote, an angle bracket or a space', () => {
  expect(linksOf('<https://example.org/a>').map(({ href }) => href)).toEqual([
    'https://example.org/a',
  ]);
  expect(linksOf('"https://example.org/a" https://example.org/b').map(({ href }) => href)).toEqual([
    'https://example.org/a',
    'https://example.org/b',
  ]);
});

test('no URL breaks out of its attribute', () => {
  const markup = render(`https://example.org/'onclick='x'><b>&quot;onclick=x`);
  expect(markup).not.toMatch(/<b|<a [^>]*onclick='/);
  expect(markup.match(/<\w+/g)).toEqual(['<a']);
});

test('links each line separately', () => {
  expect(linksOf('https://example.org/a\nhttps://example.org/b')).toHaveLength(2);
});

test.each(['a\nb', 'See https://example.org/a, then https://example.org/b.', 'C:\\x ++ 100%'])(
  'keeps every word of %j',
  (text) => {
    expect(wordsOf(text)).toBe(text.replaceAll('\n', ''));
  },
);
