import { expect, test } from 'vitest';
import { GET } from '@/app/robots.txt/route';
import { askDocument, HOST } from '@/tests/tools/ask-document';

interface Rule {
  isAllowed: boolean;
  pattern: string;
}

/** RFC 9309: the longest matching rule applies, and on a tie the one that allows. */
function isAllowed(rules: Rule[], path: string): boolean {
  const matching = rules.filter(({ pattern }) => {
    const escaped = pattern.split('*').map((part) => part.replace(/[.?+^$()|[\]{}\\]/g, '\\$&'));
    return new RegExp(`^${escaped.join('.*')}`).test(path);
  });
  const longest = matching.sort(
    (a, b) => b.pattern.length - a.pattern.length || Number(b.isAllowed) - Number(a.isAllowed),
  )[0];
  return longest?.isAllowed ?? true;
}

async function readRobots() {
  const { text, header } = await askDocument(GET, '/robots.txt', {});
  const lines = text.split('\n').map((line) => /^([\w-]+): (.*)$/.exec(line) ?? []);
  const valuesOf = (name: string) => lines.filter((it) => it[1] === name).map((it) => it[2] ?? '');
  const rules = [
    ...valuesOf('Allow').map((pattern) => ({ isAllowed: true, pattern })),
    ...valuesOf('Disallow').map((pattern) => ({ isAllowed: false, pattern })),
  ];
  return {
    rules,
    type: header('content-type'),
    agents: valuesOf('User-agent'),
    sitemaps: valuesOf('Sitemap'),
  };
}

test('allows every crawler and names the sitemap', async () => {
  const { type, agents, sitemaps } = await readRobots();
  expect(type).toBe('text/plain; charset=utf-8');
  expect(agents).toEqual(['*']);
  expect(sitemaps).toEqual([`http://${HOST}/sitemap.xml`]);
});

test.each([
  '/',
  '/packages/',
  '/packages/?page=7',
  '/packages/p/celery/',
  '/grids/g/websockets/',
  '/compare/celery,huey/',
  '/categories/apps/?page=2',
  '/readiness/django/5.2/',
  '/api/v4/packages/?limit=20&offset=40',
  '/badges/celery.svg?show=health',
  '/sitemap-packages.xml?p=2',
  '/packages/p/celery/opengraph.png',
  '/feeds/packages/latest/rss/',
  '/llms-full.txt',
])('allows %s', async (path) => {
  expect(isAllowed((await readRobots()).rules, path)).toBe(true);
});

test.each([
  '/packages/?sort=title',
  '/packages/?django=5.2&licence=MIT&page=2',
  '/search/?q=queue',
  '/grids/g/websockets/?pin=channels&layout=rows',
  '/grids/g/websockets/table.csv?sort=title',
  '/compare/?package=celery',
  '/readiness/django/5.2/?says=no',
])('disallows %s', async (path) => {
  expect(isAllowed((await readRobots()).rules, path)).toBe(false);
});
