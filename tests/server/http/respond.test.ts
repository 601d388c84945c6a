import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { useShippedCatalogue } from '@/tests/tools/database';
import { addStar, CELERY, useSite } from './in-process-site';

useShippedCatalogue();

const site = await useSite();
const { given, ask } = site;

test('a response is rendered once and then sent from the cache, byte for byte', async () => {
  const [miss, hit] = [await ask(CELERY), await ask(CELERY)];
  expect([miss.source, hit.source]).toEqual(['miss', 'hit']);
  expect(hit.body).toBe(miss.body);
  expect(hit.headers['age']).toBe('0');
  expect(given.renders).toBe(1);
});

test('a response is never older than the last commit, and a commit about something else leaves it in the cache', async () => {
  await ask(CELERY);
  const huey = await ask('/packages/p/huey/');
  addStar('huey');
  const [celery, newHuey] = [await ask(CELERY), await ask('/packages/p/huey/')];
  expect([celery.source, newHuey.source]).toEqual(['hit', 'miss']);
  expect(newHuey.body).not.toBe(huey.body);
  expect((await ask('/packages/p/huey/')).source).toBe('hit');
});

test('a commit during a render is seen by all later requests', async () => {
  given.slow = sleep(60);
  const before = ask(CELERY);
  await sleep(20);
  addStar('celery');
  const after = ask(CELERY);
  const [old, young] = await Promise.all([before, after]);
  expect(young.body).not.toBe(old.body);
  expect((await ask(CELERY)).body).toBe(young.body);
});

test('concurrent requests wait for one render', async () => {
  given.slow = sleep(50);
  const all = await Promise.all(Array.from({ length: 20 }, () => ask(CELERY)));
  expect(given.renders).toBe(1);
  expect(new Set(all.map(({ body }) => body)).size).toBe(1);
});

test('a response is rendered again after ten minutes, since it may mention the time', async () => {
  await ask(CELERY);
  given.clock += 9.9 * 60_000;
  expect((await ask(CELERY)).source).toBe('hit');
  given.clock += 0.2 * 60_000;
  expect((await ask(CELERY)).source).toBe('miss');
});

test('each encoding has a strong ETag of its own, and a client that has one gets 304', async () => {
  const forms = await Promise.all(
    ['br', 'gzip', 'identity'].map((form) => ask(CELERY, { 'accept-encoding': form })),
  );
  const tags = forms.map(({ headers }) => String(headers['etag']));
  expect(new Set(tags).size).toBe(3);
  expect(tags.every((tag) => /^"[\w-]+"$/.test(tag))).toBe(true);
  expect(new Set(forms.map(({ body }) => body)).size).toBe(1);
  for (const tag of tags) {
    const known = await ask(CELERY, {
      'if-none-match': `"other", W/${tag}`,
      'accept-encoding': 'gzip',
    });
    expect(known).toMatchObject({ status: 304, body: '', headers: { etag: tag } });
    expect(known.headers).toMatchObject({ 'cache-control': forms[0]?.headers['cache-control'] });
  }
  expect((await ask(CELERY, { 'if-none-match': '"other"' })).status).toBe(200);
  addStar('celery');
  expect((await ask(CELERY, { 'if-none-match': String(tags[2]) })).status).toBe(200);
});

test('If-Modified-Since gets 304 unless the response has changed since', async () => {
  given.headers = { 'Last-Modified': 'Wed, 18 Nov 2026 10:00:00 GMT' };
  await ask(CELERY);
  const since = (time: string) => ask(CELERY, { 'if-modified-since': time });
  expect((await since('Wed, 18 Nov 2026 10:00:00 GMT')).status).toBe(304);
  expect((await since('Wed, 18 Nov 2026 09:59:59 GMT')).status).toBe(200);
  expect((await since('yesterday')).status).toBe(200);
});

test('HEAD has the headers of GET and no body, and shares its cache entry', async () => {
  const head = await ask(CELERY, {}, 'HEAD');
  const full = await ask(CELERY);
  expect([head.source, full.source, head.body]).toEqual(['miss', 'hit', '']);
  for (const name of ['content-length', 'etag', 'content-type', 'vary'] as const) {
    expect(head.headers[name]).toBe(full.headers[name]);
  }
});

test('only parameters that a page knows are part of its cache key', async () => {
  await ask('/packages/?page=2&q=a');
  expect((await ask('/packages/?q=a&utm_source=x&page=2&fbclid=1')).source).toBe('hit');
  expect((await ask('/packages/?q=a&page=3')).source).toBe('miss');
  await ask(CELERY);
  expect((await ask(`${CELERY}?page=2`)).source).toBe('hit');
});

test('an API list with a parameter that its links would repeat is never cached', async () => {
  const sources = [];
  for (const query of [
    '?limit=5',
    '?limit=5',
    '?limit=5&mine=1',
    '?limit=5&mine=1',
    '?limit=5&limit=6',
  ])
    sources.push((await ask(`/api/v4/packages/${query}`)).source);
  expect(sources).toEqual(['miss', 'hit', 'bypass', 'bypass', 'bypass']);
});

test('each representation of an API URL is cached by itself', async () => {
  const path = '/api/v4/packages/celery/';
  await ask(path, { accept: 'application/json' });
  expect((await ask(path, { accept: 'text/html' })).source).toBe('miss');
  expect((await ask(path, { accept: 'text/html;q=0.9' })).source).toBe('hit');
  expect((await ask(path, { accept: 'application/json; indent=4' })).source).toBe('miss');
  expect((await ask(path, { accept: 'application/json' })).source).toBe('hit');
});

test('each host has its own cache entries, since links name it', async () => {
  await ask(CELERY, { host: 'a.test' });
  expect((await ask(CELERY, { host: 'b.test' })).source).toBe('miss');
  expect((await ask(CELERY, { host: 'a.test' })).source).toBe('hit');
});

test.each([
  ['a server error', () => (given.status = 500)],
  ['a temporary redirect', () => (given.status = 302)],
  ['a response with a cookie', () => (given.headers = { 'Set-Cookie': 'a=1' })],
])('%s is not cached', async (_, arrange) => {
  arrange();
  const [first, second] = [await ask(CELERY), await ask(CELERY)];
  expect([first.source, second.source]).not.toContain('hit');
});

test.each([404, 410, 301])('a response with status %i is cached', async (code) => {
  given.status = code;
  expect([(await ask(CELERY)).source, (await ask(CELERY)).source]).toEqual(['miss', 'hit']);
});

test('a response names the version of the catalogue that it is known to be valid for', async () => {
  const write = database().$client.transaction((stamp: number) => {
    database().$client.pragma(`user_version = ${stamp}`);
    addStar('huey');
  });
  write(41);
  expect((await ask(CELERY)).headers['x-catalogue-version']).toBe('41');
  write(42);
  const hit = await ask(CELERY);
  expect([hit.source, hit.headers['x-catalogue-version']]).toEqual(['hit', '42']);
});

test('conditions count for GET and HEAD only', async () => {
  const condition = { 'if-none-match': '*' };
  expect((await ask('/api/v4/packages/', condition, 'OPTIONS')).status).toBe(200);
  expect((await ask('/api/v4/packages/', condition)).status).toBe(304);
});

test('while no origin can be reached, cached responses are sent, and the others once one has started', async () => {
  await ask(CELERY);
  await site.endOrigin();
  expect((await ask(CELERY)).source).toBe('hit');
  const refused = await ask('/packages/p/huey/');
  expect([refused.status, refused.headers['retry-after']]).toEqual([503, '1']);
  const waiting = ask('/packages/p/huey/');
  await site.startOrigin();
  expect((await waiting).status).toBe(200);
});

test('a streamed response gets 304 by its date, unless If-None-Match says otherwise', async () => {
  given.headers = { 'Last-Modified': 'Wed, 18 Nov 2026 10:00:00 GMT' };
  const since = { 'if-modified-since': 'Wed, 18 Nov 2026 10:00:00 GMT' };
  const path = '/dumps/catalogue.ndjson.gz';
  expect(await ask(path, since)).toMatchObject({ status: 304, body: '', source: 'bypass' });
  expect((await ask(path, { ...since, 'if-none-match': '"other"' })).status).toBe(200);
  given.status = 404;
  expect((await ask(path, since)).status).toBe(404);
});
