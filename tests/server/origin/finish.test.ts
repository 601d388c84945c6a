import { describe, expect, test } from 'vitest';
import { INLINE_SCRIPT_HASHES } from '@/lib/html/inline-scripts';
import { CACHE_CONTROL } from '@/lib/http/cache-control';
import { guardHeaders } from '@/server/http/guard-headers';
import type { RequestContext } from '@/server/http/request-plan';
import { finishWith } from '@/server/origin/finish';
import { stripPageWith, type StripFigures } from '@/server/origin/strip-page';

const SCRIPTS = `script-src 'self' ${INLINE_SCRIPT_HASHES.join(' ')}`;

const HTML = 'text/html; charset=utf-8';
const OF_NEXT = 'private, no-cache, no-store, max-age=0, must-revalidate';
const document = (text: string, type = HTML) => ({ type, body: Buffer.from(text) });
const errors: Record<number, { type: string; body: Buffer }> = {
  404: document('<!doctype html>Not found'),
  500: document('<!doctype html>Fault'),
};
const strips: StripFigures = { stripped: 0, unstripped: 0, unstrippedRoute: null };
const warnings: string[] = [];
const finish = finishWith({
  findErrorDocument: ({ url, accept }, status) =>
    url?.startsWith('/api/v4/') && accept === 'application/json'
      ? document('{"detail":""}', accept)
      : errors[status],
  stripPage: stripPageWith(strips, (message) => warnings.push(message)),
});

const page: RequestContext = {
  url: '/packages/p/celery/',
  accept: undefined,
  route: '/packages/p/[slug]',
  section: 'read',
  isRead: true,
  isPersonal: false,
};
const other: RequestContext = { ...page, url: '/feeds/', section: undefined };

const PAGE =
  '<!DOCTYPE html><html><body><h1>Celery</h1><script>self.__next_f.push([1,""])</script></body></html>';

/** The script-src of a response's policy. */
const scriptsIn = (headers: Record<string, string | string[]>) =>
  String(headers['content-security-policy'])
    .split('; ')
    .find((it) => it.startsWith('script-src') || it === "default-src 'none'");

interface Given {
  status?: number;
  headers?: Record<string, string | string[]>;
  body?: string;
}

const answered = (
  {
    status = 200,
    headers = { 'content-type': HTML, 'cache-control': OF_NEXT },
    body = PAGE,
  }: Given,
  context = page,
) => finish({ status, headers, body: Buffer.from(body) }, context);

test('a page of the read section has none of Next’s scripts, and its policy forbids inline ones', () => {
  const { body, headers } = answered({});
  expect(body.toString()).toBe('<!DOCTYPE html><html><body><h1>Celery</h1></body></html>');
  expect(scriptsIn(headers)).toBe(SCRIPTS);
});

test('a page with unexpected content keeps all its scripts, which may not run, and is counted and reported once', () => {
  const odd = PAGE.replace('<h1>', '<script>odd()</script><h1>');
  const before = strips.unstripped;
  const answer = answered({ body: odd });
  answered({ body: odd });
  expect(answer.body.toString()).toBe(odd);
  expect(scriptsIn(answer.headers)).toBe(SCRIPTS);
  expect(answer).toMatchObject({ sharing: 'none' });
  expect(strips.unstripped).toBe(before + 2);
  expect(warnings).toEqual([
    '/packages/p/[slug] keeps its scripts, because it has an unknown script.',
  ]);
  expect(strips.unstrippedRoute).toBe('/packages/p/[slug]');
});

test.each(['read', 'embed', 'edit'] as const)(
  'a page of the section %s rendered with a nonce keeps its scripts, only they may run, and it is not shared',
  (section) => {
    const url = section === 'embed' ? '/embed/grids/cms/' : page.url;
    const captured = { status: 200, headers: { 'content-type': HTML }, body: Buffer.from(PAGE) };
    const answer = finish(captured, { ...page, url, section }, 'abc=');
    expect(answer.body.toString()).toBe(PAGE);
    expect(answer).toMatchObject({ sharing: 'one' });
    expect(answer.headers['cache-control']).toBe('private, max-age=0');
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toContain("default-src 'self' 'nonce-abc='; ");
    expect(policy).toContain(`${SCRIPTS} 'nonce-abc='; `);
    expect(policy).toContain(`frame-ancestors ${section === 'embed' ? '*' : "'none'"}`);
  },
);

test('a page of the edit section is unchanged and not shared', () => {
  const { body, headers, sharing } = answered({}, { ...page, section: 'edit' });
  expect(body.toString()).toBe(PAGE);
  expect(headers['cache-control']).toBe(OF_NEXT);
  expect(sharing).not.toBe('everyone');
});

test('a shared page may be stored by shared caches, and one for a signed-in user by none', () => {
  expect(answered({})).toMatchObject({
    sharing: 'everyone',
    headers: { 'cache-control': CACHE_CONTROL },
  });
  expect(answered({}, { ...page, isPersonal: true })).toMatchObject({
    sharing: 'one',
    headers: { 'cache-control': OF_NEXT },
  });
});

test.each([
  ['public, max-age=0, s-maxage=10', 'private, max-age=0'],
  ['public, max-age=31536000, immutable', 'public, max-age=31536000, immutable'],
])('Cache-Control %j becomes %j for a signed-in user', (control, sent) => {
  const headers = { 'content-type': 'application/json', 'cache-control': control };
  const answer = answered({ headers, body: '{}' }, { ...other, isPersonal: true });
  expect(answer).toMatchObject({ sharing: 'one', headers: { 'cache-control': sent } });
});

test.each([
  ['a fault', { status: 500 }],
  ['an answer with a cookie', { headers: { 'content-type': HTML, 'set-cookie': ['a=1'] } }],
  ['a redirect for now', { status: 307 }],
  ['a bad request', { status: 400 }],
])('%s is not shared', (_, given) => {
  expect(answered(given).sharing).not.toBe('everyone');
});

test.each(['private, max-age=60', 'no-store'])(
  'a response that is not a page, with Cache-Control %j, is not shared',
  (control) => {
    const headers = { 'content-type': 'application/json', 'cache-control': control };
    const answer = answered({ headers, body: '{}' }, other);
    expect(answer).toMatchObject({ sharing: 'waiting', headers: { 'cache-control': control } });
  },
);

test('a document keeps its Cache-Control, and gets the default if it has none', () => {
  const feed = { 'content-type': 'application/atom+xml', 'cache-control': 'public, max-age=300' };
  expect(answered({ headers: feed, body: '<feed/>' }, other).headers['cache-control']).toBe(
    'public, max-age=300',
  );
  const table = { 'content-type': 'text/csv' };
  expect(answered({ headers: table, body: 'a,b' }, other).headers['cache-control']).toBe(
    CACHE_CONTROL,
  );
});

test.each([404, 500])('Next’s response with status %i is replaced by a complete page', (status) => {
  const { body, headers } = answered({ status, body: '<!doctype html><body></body>' });
  expect(body).toEqual(errors[status]?.body);
  expect(headers['content-type']).toBe(HTML);
});

test.each([
  ['JSON that is not found', 404, { 'content-type': 'application/json' }],
  ['text that is not found', 404, { 'content-type': 'text/plain' }],
  ['an answer without a type', 404, {}],
  ['a page of the API, which sets Allow', 404, { 'content-type': HTML, allow: 'GET' }],
  ['a page of a status without a document', 410, { 'content-type': HTML }],
])('%s is sent unchanged', (_, status, headers) => {
  expect(answered({ status, headers, body: 'as it is' }, other).body.toString()).toBe('as it is');
});

test('an unknown URL of the API is a JSON error for clients that accept JSON', () => {
  const context = { ...other, url: '/api/v4/ghosts/', accept: 'application/json' };
  const { body, headers } = answered({ status: 404, body: '<!doctype html>' }, context);
  expect(body.toString()).toBe('{"detail":""}');
  expect(headers['content-type']).toBe('application/json');
});

test('308 becomes 301 for reads, and stays 308 for writes', () => {
  expect(answered({ status: 308 }).status).toBe(301);
  expect(answered({ status: 308 }, { ...page, isRead: false }).status).toBe(308);
});

describe('a page marked as not found', () => {
  const mark = '<meta name="prerender-status-code" content="404"/>';
  const missing = `<!DOCTYPE html><html><head>${mark}</head><body><h1>Page not found</h1></body></html>`;

  test('is a 404 that may be shared', () => {
    const { status, body, sharing } = answered({ body: missing });
    expect([status, sharing]).toEqual([404, 'everyone']);
    expect(body.toString()).toContain('Page not found');
  });

  test.each([
    ['a page with the words in its body', page, PAGE.replace('Celery', mark)],
    ['a page without a head', page, mark],
    ['a response that is not a page', other, missing],
  ])('%s is not a 404', (_, context, body) => {
    expect(answered({ body }, context).status).toBe(200);
  });
});

test('headers about the connection, the encoding and Next’s scripts are not sent', () => {
  const headers = {
    'content-type': 'application/json',
    'content-length': '9',
    'content-encoding': 'gzip',
    'transfer-encoding': 'chunked',
    'accept-ranges': 'bytes',
    etag: 'W/"1"',
    link: '</a.js>; rel=preload',
    'x-nextjs-cache': 'HIT',
    'x-matched-path': '/feeds',
    'x-middleware-skip': '1',
    'x-next-cache-tags': 'a',
    refresh: '0;url=/',
    vary: 'rsc, next-router-state-tree, Accept',
    'x-robots-tag': 'noindex',
  };
  expect(answered({ headers, body: '{}' }, other).headers).toEqual({
    ...guardHeaders('/feeds/'),
    'content-type': 'application/json',
    'x-robots-tag': 'noindex',
    vary: 'Accept, Accept-Encoding',
    'cache-control': CACHE_CONTROL,
  });
  expect(answered({}).headers['vary']).toBe('Accept-Encoding, Cookie');
});

test.each([
  ['a page', page, {}, SCRIPTS],
  ['a redirect of a page', page, { status: 308, headers: {}, body: '/a/' }, "default-src 'none'"],
  ['a feed', other, { headers: { 'content-type': 'application/rss+xml' } }, "default-src 'none'"],
  ['a sitemap', other, { headers: { 'content-type': 'application/xml' } }, "script-src 'none'"],
  [
    'a page of the API',
    other,
    { headers: { 'content-type': HTML, allow: 'GET' } },
    "default-src 'none'",
  ],
  ['a missing page', other, { status: 404 }, SCRIPTS],
])('the policy of %s says which scripts may run', (_, context, given, wanted) => {
  const { headers } = answered(given, context);
  expect(scriptsIn(headers)).toBe(wanted);
  expect(headers).toMatchObject({
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  });
});

test('an embed page may be shown in a frame', () => {
  const { headers } = answered({}, { ...page, url: '/embed/grids/cms/', section: 'embed' });
  expect(headers['content-security-policy']).toContain('frame-ancestors *');
  expect(headers).not.toHaveProperty('x-frame-options');
  expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
});

test('an API error that is a page for some clients varies on Accept', () => {
  const missing = { status: 404, headers: { 'content-type': HTML } };
  const context = { ...other, url: '/api/v4/ghosts/' };
  for (const accept of ['application/json', 'text/html']) {
    const { headers } = answered(missing, { ...context, accept });
    expect(headers['vary']).toBe('Accept-Encoding, Accept');
  }
});
