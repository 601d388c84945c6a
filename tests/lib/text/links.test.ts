import { expect, test } from 'vitest';
import {
  hostName,
  linkTo,
  profilePage,
  pypiPage,
  webAddress,
  withoutCredentials,
} from '@/lib/text/links';

test.each([
  'https://example.org/',
  'http://example.org/a?b=c#d',
  'https://example.org/%F0%9F%90%8D',
])('%s is a web address', (text) => {
  expect(webAddress(text)).toBe(text);
});

test('a URL is normalized like a browser does', () => {
  expect(webAddress(' HTTPS://Example.ORG ')).toBe('https://example.org/');
  expect(webAddress('https://example.org/"><b>')).toBe('https://example.org/%22%3E%3Cb%3E');
});

test.each([
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'javascript://example.org/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'ftp://example.org/',
  'mailto:a@example.org',
  'blob:https://example.org/1',
  '//example.org/',
  '/packages/',
  'packages',
  'example.org',
  'https://',
  '',
])('%j is not a web address', (text) => {
  expect(webAddress(text)).toBeUndefined();
});

test('a missing text is not a web address', () => {
  expect(webAddress(null)).toBeUndefined();
});

test('a PyPI page is named by its project', () => {
  expect(pypiPage('django-q2')).toBe('https://pypi.org/project/django-q2/');
});

test('no project name leads out of its path on PyPI', () => {
  expect(pypiPage('../../a?b#c d')).toBe('https://pypi.org/project/..%2F..%2Fa%3Fb%23c%20d/');
});

test.each([
  ['https://github.com/acme/acme', 'GitHub'],
  ['https://www.github.com/acme/acme', 'GitHub'],
  ['https://gitlab.com/acme/acme', 'GitLab'],
  ['https://bitbucket.org/acme/acme', 'Bitbucket'],
  ['https://codeberg.org/acme/acme', 'Codeberg'],
  ['https://git.example.org/acme', 'git.example.org'],
  ['https://github.com.example.org/acme', 'github.com.example.org'],
])('the host of %s is %s', (url, name) => {
  expect(hostName(url)).toBe(name);
});

test('a contributor has a page on the host of the repository', () => {
  expect(profilePage('https://github.com/acme/acme', 'wile')).toBe('https://github.com/wile');
  expect(profilePage('http://gitlab.com/acme/acme', 'wile')).toBe('http://gitlab.com/wile');
});

test.each([
  ['https://github.com/acme/acme', 'wile-e', 'https://github.com/wile-e'],
  ['https://github.com/acme/acme', 'wile_acme', 'https://github.com/wile_acme'],
  ['https://www.github.com/acme/acme', '0x', 'https://www.github.com/0x'],
  ['https://gitlab.com/acme/acme', 'wile.e', 'https://gitlab.com/wile.e'],
  ['https://codeberg.org/acme/acme', 'wile', 'https://codeberg.org/wile'],
  ['https://bitbucket.org/acme/acme', '_wile', 'https://bitbucket.org/_wile'],
])('on %s the account %s has the page %s', (repoUrl, account, page) => {
  expect(profilePage(repoUrl, account)).toBe(page);
});

const githubUrl = 'https://github.com/acme/acme';
const gitlabUrl = 'https://gitlab.com/acme/acme';

test.each([
  [githubUrl, 'Wile E. Coyote'],
  [githubUrl, '..'],
  [githubUrl, '.'],
  [githubUrl, 'a/b'],
  [githubUrl, '../?a#b'],
  [githubUrl, 'javascript:alert(1)'],
  [githubUrl, 'wile.e'],
  [githubUrl, 'naïve'],
  [githubUrl, 'x'.repeat(40)],
  [githubUrl, ''],
  [githubUrl, 'a%2Fb'],
  [githubUrl, 'a\nb'],
  [githubUrl, 'wile@example.org'],
  [gitlabUrl, '..'],
  [gitlabUrl, 'a..b'],
  [gitlabUrl, 'wile.'],
  [gitlabUrl, 'Wile Coyote'],
])('on %s, %j is not an account', (repoUrl, name) => {
  expect(profilePage(repoUrl, name)).toBeUndefined();
});

test.each([
  ['https://user:token@github.com/acme/acme', 'https://github.com/acme/acme'],
  ['https://token@github.com', 'https://github.com/'],
  ['git+https://user:token@github.com/acme', 'git+https://github.com/acme'],
  ['https://github.com/acme?a=b@c#d@e', 'https://github.com/acme?a=b@c#d@e'],
  ['https://GitHub.com/Acme', 'https://GitHub.com/Acme'],
  ['acme', 'acme'],
  ['git@github.com:acme/acme', 'git@github.com:acme/acme'],
  ['', ''],
])('%j without credentials is %j', (address, without) => {
  expect(withoutCredentials(address)).toBe(without);
});

test.each([
  ['a bot', 'https://github.com/acme/acme', 'dependabot[bot]'],
  ['an account at an unknown host', 'https://git.example.org/acme', 'wile'],
  ['an account at a host that only looks known', 'https://github.com.example.org/a', 'wile'],
  ['an account at no host', null, 'wile'],
  ['an account at a host that is no address', 'javascript:alert(1)', 'wile'],
])('%s has no page', (_, repoUrl, account) => {
  expect(profilePage(repoUrl, account)).toBeUndefined();
});

test('a link without a query is its path', () => {
  expect(linkTo('/packages/', {})).toBe('/packages/');
  expect(linkTo('/packages/', { q: undefined })).toBe('/packages/');
});

test('a link omits undefined and default values', () => {
  const defaults = { q: '', sort: 'title', page: 1 };
  expect(linkTo('/grids/', { q: '', sort: 'title', page: 1 }, defaults)).toBe('/grids/');
  expect(linkTo('/grids/', { q: '', sort: '-title', page: 2 }, defaults)).toBe(
    '/grids/?sort=-title&page=2',
  );
});

test('an empty value that is not a default is kept', () => {
  expect(linkTo('/grids/', { q: '' })).toBe('/grids/?q=');
});

test.each(['a b', 'a&b=c', 'a+b', '#', '%', '100%25', '🐍', '"<>', '../'])(
  'the query %j survives a round trip',
  (q) => {
    const link = linkTo('/search/', { q, page: 2 });
    expect(link).toMatch(/^\/search\/\?[\w.*%+=&-]+$/);
    const read = new URL(link, 'https://example.org').searchParams;
    expect([...read]).toEqual([
      ['q', q],
      ['page', '2'],
    ]);
  },
);
