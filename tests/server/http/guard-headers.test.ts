import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '@/lib/root';
import { SPECULATION_RULES, THEME_SCRIPT } from '@/lib/html/inline-scripts';
import { guardHeadersWith, type Kind } from '@/lib/http/guard-headers';

const guard = guardHeadersWith({ HSTS_SECONDS: 0 });

const COMMON = [
  ...['content-security-policy', 'cross-origin-opener-policy', 'cross-origin-resource-policy'],
  ...['permissions-policy', 'referrer-policy', 'x-content-type-options'],
];

const READABLE = [
  ...['access-control-allow-headers', 'access-control-allow-methods'],
  ...['access-control-allow-origin', 'access-control-expose-headers', 'access-control-max-age'],
];

/** URL, kind, who may load it, whether scripts of other sites may read it. */
test.each<[string, Kind, string, boolean]>([
  ['/', 'page', 'same-origin', false],
  ['/packages/p/celery/', 'page', 'same-origin', false],
  ['/api/', 'page', 'same-origin', false],
  ['/feeds/', 'page', 'same-origin', false],
  ['/dumps/', 'page', 'same-origin', false],
  ['/health/', 'document', 'same-origin', false],
  ['/packages', 'document', 'same-origin', false],
  ['/embed/grids/cms/', 'embed', 'cross-origin', false],
  ['/icon.svg', 'document', 'cross-origin', false],
  ['/enhance.js?v=1', 'document', 'cross-origin', false],
  ['/_next/static/chunks/a.css', 'document', 'cross-origin', false],
  ['/api/v4/packages/', 'document', 'cross-origin', true],
  ['/api/v4/packages?limit=1', 'document', 'cross-origin', true],
  ['/api/v4/ghosts/', 'page', 'cross-origin', true],
  ['/api/ghosts/', 'document', 'cross-origin', true],
  ['/api/v3/packages/celery/', 'document', 'cross-origin', true],
  ['http://other.test/api/v4/', 'document', 'cross-origin', true],
  ['/badges/celery.svg?show=health', 'document', 'cross-origin', true],
  ['/feeds/packages/latest/rss/', 'document', 'cross-origin', true],
  ['/feeds/packages/latest/json', 'document', 'cross-origin', true],
  ['/feeds/grids/cms/atom/', 'document', 'cross-origin', true],
  ['/feeds/watched/secret/atom/', 'document', 'same-origin', false],
  ['/grids/g/cms/table.json', 'document', 'cross-origin', true],
  ['/grids/g/cms/table.csv?sort=name', 'document', 'cross-origin', true],
  ['/compare/celery,huey/table.md', 'document', 'cross-origin', true],
  ['/packages/p/celery/opengraph.png', 'document', 'cross-origin', true],
  ['/dumps/manifest.json', 'document', 'cross-origin', true],
])('%s as %s is loaded by %s, read elsewhere: %s', (url, kind, loaded, isReadable) => {
  const headers = guard(url, kind);
  expect(headers['cross-origin-resource-policy']).toBe(loaded);
  expect(Object.keys(headers).toSorted()).toEqual(
    [
      ...COMMON,
      ...(kind === 'embed' ? [] : ['x-frame-options']),
      ...(isReadable ? READABLE : []),
    ].toSorted(),
  );
});

test('a response that is not a page runs no script, and uses the site’s styles', () => {
  const policy = guard('/badges/celery.svg', 'document')['content-security-policy'];
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('script-src');
  const icon = readFileSync(join(ROOT, 'public/icon.svg'), 'utf8');
  const style = /<style>(.*?)<\/style>/.exec(icon)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  expect(policy).toContain(`style-src 'self' 'sha256-${hash}';`);
  expect(policy).toContain("frame-ancestors 'none'");
});

test('the only inline scripts that a page runs are the theme and the rules for prefetching', () => {
  const hashes = [THEME_SCRIPT, SPECULATION_RULES].map(
    (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  for (const kind of ['page', 'embed'] as const) {
    const policy = guard('/', kind)['content-security-policy'] ?? '';
    expect(policy).toContain(`script-src 'self' ${hashes.join(' ')};`);
    expect(policy).not.toMatch(/nonce|unsafe|inline/);
  }
});

test.each([
  ['https://example.org', 31_536_000, 'max-age=31536000'],
  ['https://example.org', 0, undefined],
  ['http://example.org', 31_536_000, undefined],
  [undefined, 31_536_000, undefined],
])(
  'a site at %s with HSTS_SECONDS=%s sends Strict-Transport-Security %s',
  (SITE_URL, HSTS_SECONDS, said) => {
    const ofSite = guardHeadersWith({ SITE_URL, HSTS_SECONDS });
    for (const url of ['/', '/api/v4/', '/icon.svg']) {
      expect(ofSite(url, 'document')['strict-transport-security']).toBe(said);
    }
  },
);
