import type { IncomingHttpHeaders } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { SESSION_COOKIE } from '@/lib/http/session-cookie';
import { useShippedCatalogue } from '@/tests/tools/database';
import { addStar, CELERY, MOST_WAITING, useSite, type Seen } from './in-process-site';

useShippedCatalogue();

const site = await useSite();
const { given, ask } = site;

test('signed-in and anonymous clients never get each other’s responses', async () => {
  const people = [`${SESSION_COOKIE}=ann`, `theme=dark; __Host-${SESSION_COOKIE}=bob`, ''];
  for (let round = 0; round < 6; round += 1) {
    if (round === 3) addStar('celery');
    const asked = people.map((cookie) => ask(CELERY, cookie === '' ? {} : { cookie }));
    const [ann, bob, nobody] = await Promise.all(asked);
    expect(ann?.source).toBe('bypass');
    expect(ann?.body).toContain(`${SESSION_COOKIE}=ann sees`);
    expect(bob?.source).toBe('bypass');
    expect(bob?.body).toContain('=bob sees');
    expect(nobody?.source).toBe(round % 3 === 0 ? 'miss' : 'hit');
    expect(nobody?.body).toContain('>nobody sees');
  }
});

test('cookies other than the session cookie are ignored', async () => {
  await ask(CELERY);
  const other = await ask(CELERY, {
    cookie: `theme=dark; not_${SESSION_COOKIE}=1; x=${SESSION_COOKIE}`,
  });
  expect(other.source).toBe('hit');
  expect(other.body).toContain('>nobody sees');
});

test('a response with a cookie goes only to the client that requested it', async () => {
  given.slow = sleep(30);
  given.headers = { 'Set-Cookie': 'a=1' };
  const all = await Promise.all([ask(CELERY), ask(CELERY), ask(CELERY)]);
  expect(all.map(({ source }) => source)).toEqual(['bypass', 'bypass', 'bypass']);
});

test('pages of the edit section, downloads, and requests with credentials or that write are never cached', async () => {
  for (const path of ['/packages/p/celery/edit/', '/dumps/catalogue.ndjson.gz']) {
    expect([(await ask(path)).source, (await ask(path)).source]).toEqual(['bypass', 'bypass']);
  }
  const credentials = { authorization: 'Basic YTpi' };
  expect((await ask('/api/v4/packages/celery/', credentials)).source).toBe('bypass');
  expect((await ask('/api/v4/packages/celery/', {}, 'POST')).source).toBe('bypass');
});

test('the request headers of Next’s scripts change nothing', async () => {
  const plain = await ask(CELERY);
  const asked = await ask(CELERY, { rsc: '1', 'next-router-state-tree': 'x' });
  expect(asked.source).toBe('hit');
  expect(asked.body).toBe(plain.body);
});

test('private responses wait in the bounded queue too', async () => {
  given.slow = sleep(100);
  const AT_ONCE = 2;
  const some = Array.from({ length: MOST_WAITING + AT_ONCE }, (_, at) =>
    ask('/packages/', { cookie: `${SESSION_COOKIE}=${at}` }),
  );
  await sleep(30);
  const last = await ask('/packages/', { cookie: `${SESSION_COOKIE}=last` });
  expect([last.status, last.headers['retry-after']]).toEqual([503, '1']);
  expect((await Promise.all(some)).map((it) => it.status)).toEqual(some.map(() => 200));
});

test('Range and If-Match are not passed on for a response that is rendered in one piece', async () => {
  let seen: IncomingHttpHeaders = {};
  given.look = (headers) => {
    seen = headers;
  };
  const asked = { range: 'bytes=0-9', 'if-range': '"a"', 'if-match': '"a"', authorization: 'a' };
  await ask('/packages/', asked);
  expect(Object.keys(seen).toSorted()).toEqual(['authorization', 'connection', 'host']);
});

/** The nonces that the policy of a page allows, and those of its scripts. */
const noncesOf = ({ headers, body }: Seen) => ({
  allowed: /script-src [^;]*'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1],
  given: /<script nonce="([^"]*)">/.exec(body)?.[1],
});

test('a page that cannot be stripped is rendered for each client, with scripts that run by a nonce of its own', async () => {
  given.oddScript = 'odd()';
  given.slow = sleep(20);
  const all = [...(await Promise.all([ask(CELERY), ask(CELERY)])), await ask(CELERY)];
  const nonces = all.map(noncesOf);
  expect(new Set(nonces.map(({ allowed }) => allowed)).size).toBe(all.length);
  for (const { allowed, given } of nonces) expect(given).toBe(allowed);
  for (const { status, headers, source } of all) {
    expect([status, source]).toEqual([200, 'bypass']);
    expect(headers['cache-control']).toMatch(/private/);
    expect(headers['content-security-policy']).not.toContain('unsafe-inline');
  }
  expect(site.strips).toMatchObject({ unstrippedRoute: '/packages/p/[slug]' });
});

test('a page of the edit section has a nonce of its own, and one that was stripped has none', async () => {
  const edit = () => ask('/packages/p/celery/edit/');
  const [first, second] = [noncesOf(await edit()), noncesOf(await edit())];
  expect(first.allowed).toMatch(/^[\w+/]{22}==$/);
  expect(second.allowed).not.toBe(first.allowed);
  expect(noncesOf(await ask(CELERY)).allowed).toBeUndefined();
});

test('the response to a private request is not cached for others who request the same URL', async () => {
  given.status = 200;
  const api = '/api/v4/packages/celery/';
  const options = await ask(api, {}, 'OPTIONS');
  const credentials = await ask(api, { authorization: 'Basic YTpi' });
  const get = await ask(api);
  expect([options.source, credentials.source, get.source]).toEqual(['bypass', 'bypass', 'miss']);
  expect(given.renders).toBe(3);
});
