import {
  createServer,
  request,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
} from 'node:http';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { database } from '@/db/client';
import { findPackage } from '@/db/queries/packages';
import { watchVersions } from '@/db/version';
import { finishWith } from '@/server/http/answer/finish';
import { stripWith, type Strips } from '@/server/http/answer/strip-answer';
import { openCache } from '@/server/http/cache';
import { planFor } from '@/server/http/cache/plan';
import type { Answerer } from '@/server/origin/capture';
import { drawHere } from '@/server/origin/draw-here';
import { openPeers } from '@/server/http/peers';
import { respondWith } from '@/server/http/respond';
import { routesOf } from '@/server/http/routes';
import { supplyWith } from '@/server/http/supply';
import { openTurns } from '@/server/http/turns';
import { SESSION_COOKIE } from '@/lib/http/session-cookie';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const findRoute = routesOf([
  '/(read)/packages/p/[slug]/page',
  '/(read)/packages/page',
  '/(edit)/packages/p/[slug]/edit/page',
  '/api/v4/packages/route',
  '/api/v4/packages/[lookup]/route',
  '/(read)/dumps/[file]/route',
]);

/** What the site would draw: it names the stars of a package, and who is signed in. */
let drawn = 0;
let slow: Promise<unknown> = Promise.resolve();
let extraHeaders: Record<string, string> = {};
let status = 200;

/** Something that the stripper doesn't know. */
let oddScript = '';

let look: (headers: IncomingHttpHeaders) => void = () => undefined;

const answer: Answerer = async ({ url = '', headers }, response) => {
  drawn += 1;
  look(headers);
  const slug = /\/p(?:ackages)?\/([\w-]+)\/(?:\?|$)/.exec(url)?.[1] ?? 'celery';
  const stars = findPackage(slug)?.package.repoWatchers;
  await slow;
  response.statusCode = status;
  response.setHeader('Content-Type', url.startsWith('/api') ? 'application/json' : 'text/html');
  for (const [name, value] of Object.entries(extraHeaders)) response.setHeader(name, value);
  const text = `${headers.cookie ?? 'nobody'} sees ${slug} with ${stars ?? 0} stars. `;
  const nonce = /'nonce-(.+)'/.exec(String(headers['content-security-policy']))?.[1];
  const script = oddScript && `<script nonce="${nonce ?? ''}">${oddScript}</script>`;
  response.end(`<!DOCTYPE html><html><body>${text.repeat(40)}${script}</body></html>`);
};

let clock = 0;
const MOST_WAITING = 5;
const turns = openTurns({ most: MOST_WAITING });
const cache = openCache({
  ...{ mostBytes: 2 ** 20, versions: watchVersions(), turns },
  now: () => clock,
});

const strips: Strips = { stripped: 0, unstripped: 0, unstrippedRoute: null };
const drawing = drawHere(
  answer,
  finishWith({
    findErrorDocument: () => undefined,
    stripAnswer: stripWith(strips, () => undefined),
  }),
);
const findPlan = planFor({ findRoute, isStaticFile: () => false, PORT: 80 });
const peers = openPeers({ send: () => undefined, listen: () => undefined }, 1);
const supply = supplyWith({ cache, drawing, peers, findPlan });
const respond = respondWith({ findPlan, drawing, cache, supply, turns, isStamped: true });

let server: Server;
let port = 0;

beforeAll(async () => {
  server = createServer((asked, response) => void respond(asked, response)).listen(0);
  await once(server, 'listening');
  const address = server.address();
  if (address !== null && typeof address === 'object') port = address.port;
});

beforeEach(() => {
  [drawn, slow, extraHeaders, status, oddScript] = [0, Promise.resolve(), {}, 200, ''];
  look = () => undefined;
  // What was kept by another test is too old for this one.
  clock += 3_600_000;
});

afterAll(() => server.close());

interface Seen {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  source: unknown;
  body: string;
}

async function ask(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Seen> {
  const asked = request({
    port,
    path,
    method,
    headers: { host: 'a.test', ...headers },
    agent: false,
  });
  asked.end();
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    asked.on('response', resolve).on('error', reject);
  });
  const raw = Buffer.concat(await response.toArray());
  const encoding = response.headers['content-encoding'];
  const plain =
    encoding === 'br' ? brotliDecompressSync(raw) : encoding === 'gzip' ? gunzipSync(raw) : raw;
  const { statusCode, headers: got } = response;
  return { status: statusCode, headers: got, source: got['x-cache'], body: plain.toString() };
}

const CELERY = '/packages/p/celery/';

const addStar = (slug: string) =>
  database()
    .$client.prepare('update packages set repo_watchers = repo_watchers + 1 where slug = ?')
    .run(slug);

test('what was drawn once is given again, byte for byte', async () => {
  const [miss, hit] = [await ask(CELERY), await ask(CELERY)];
  expect([miss.source, hit.source]).toEqual(['miss', 'hit']);
  expect(hit.body).toBe(miss.body);
  expect(hit.headers['age']).toBe('0');
  expect(drawn).toBe(1);
});

test('an answer is never older than the last change, and a change of something else leaves it alone', async () => {
  await ask(CELERY);
  const huey = await ask('/packages/p/huey/');
  addStar('huey');
  const [celery, newHuey] = [await ask(CELERY), await ask('/packages/p/huey/')];
  expect([celery.source, newHuey.source]).toEqual(['hit', 'miss']);
  expect(newHuey.body).not.toBe(huey.body);
  expect((await ask('/packages/p/huey/')).source).toBe('hit');
});

test('a change while an answer is drawn is seen by all who ask after it', async () => {
  slow = sleep(60);
  const before = ask(CELERY);
  await sleep(20);
  addStar('celery');
  const after = ask(CELERY);
  const [old, young] = await Promise.all([before, after]);
  expect(young.body).not.toBe(old.body);
  expect((await ask(CELERY)).body).toBe(young.body);
});

test('many who ask at once wait for one drawing', async () => {
  slow = sleep(50);
  const all = await Promise.all(Array.from({ length: 20 }, () => ask(CELERY)));
  expect(drawn).toBe(1);
  expect(new Set(all.map(({ body }) => body)).size).toBe(1);
});

test('what is said of time is drawn anew after ten minutes', async () => {
  await ask(CELERY);
  clock += 9.9 * 60_000;
  expect((await ask(CELERY)).source).toBe('hit');
  clock += 0.2 * 60_000;
  expect((await ask(CELERY)).source).toBe('miss');
});

test('each form has a strong tag of its own, and who has a form is told so', async () => {
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

test('who names a time has what was not changed since', async () => {
  extraHeaders = { 'Last-Modified': 'Wed, 18 Nov 2026 10:00:00 GMT' };
  await ask(CELERY);
  const since = (time: string) => ask(CELERY, { 'if-modified-since': time });
  expect((await since('Wed, 18 Nov 2026 10:00:00 GMT')).status).toBe(304);
  expect((await since('Wed, 18 Nov 2026 09:59:59 GMT')).status).toBe(200);
  expect((await since('yesterday')).status).toBe(200);
});

test('HEAD has the head of GET and no body, and is answered from the same memory', async () => {
  const head = await ask(CELERY, {}, 'HEAD');
  const full = await ask(CELERY);
  expect([head.source, full.source, head.body]).toEqual(['miss', 'hit', '']);
  for (const name of ['content-length', 'etag', 'content-type', 'vary'] as const) {
    expect(head.headers[name]).toBe(full.headers[name]);
  }
});

test('parameters that a page does not know make no other answer, and those that it knows do', async () => {
  await ask('/packages/?page=2&q=a');
  expect((await ask('/packages/?q=a&utm_source=x&page=2&fbclid=1')).source).toBe('hit');
  expect((await ask('/packages/?q=a&page=3')).source).toBe('miss');
  await ask(CELERY);
  expect((await ask(`${CELERY}?page=2`)).source).toBe('hit');
});

test('a list of the API with a parameter that it would carry on is never kept', async () => {
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

test('what the API writes in two ways is kept in two ways', async () => {
  const path = '/api/v4/packages/celery/';
  await ask(path, { accept: 'application/json' });
  expect((await ask(path, { accept: 'text/html' })).source).toBe('miss');
  expect((await ask(path, { accept: 'text/html;q=0.9' })).source).toBe('hit');
  expect((await ask(path, { accept: 'application/json; indent=4' })).source).toBe('miss');
  expect((await ask(path, { accept: 'application/json' })).source).toBe('hit');
});

test('each host has its own answers, since links name it', async () => {
  await ask(CELERY, { host: 'a.test' });
  expect((await ask(CELERY, { host: 'b.test' })).source).toBe('miss');
  expect((await ask(CELERY, { host: 'a.test' })).source).toBe('hit');
});

test('two signed-in people and an anonymous one never get what is not theirs', async () => {
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

test('cookies that are no session are not looked at', async () => {
  await ask(CELERY);
  const other = await ask(CELERY, {
    cookie: `theme=dark; not_${SESSION_COOKIE}=1; x=${SESSION_COOKIE}`,
  });
  expect(other.source).toBe('hit');
  expect(other.body).toContain('>nobody sees');
});

test.each([
  ['a fault', () => (status = 500)],
  ['what is found elsewhere for now', () => (status = 302)],
  ['an answer with a cookie', () => (extraHeaders = { 'Set-Cookie': 'a=1' })],
])('%s is not kept', async (_, arrange) => {
  arrange();
  const [first, second] = [await ask(CELERY), await ask(CELERY)];
  expect([first.source, second.source]).not.toContain('hit');
});

test('a cookie goes to the one alone who asked for it', async () => {
  slow = sleep(30);
  extraHeaders = { 'Set-Cookie': 'a=1' };
  const all = await Promise.all([ask(CELERY), ask(CELERY), ask(CELERY)]);
  expect(all.map(({ source }) => source)).toEqual(['bypass', 'bypass', 'bypass']);
});

test.each([404, 410, 301])('an answer with %i is kept', async (given) => {
  status = given;
  expect([(await ask(CELERY)).source, (await ask(CELERY)).source]).toEqual(['miss', 'hit']);
});

test('a page of the edit section, a file, credentials and what writes are never kept', async () => {
  for (const path of ['/packages/p/celery/edit/', '/dumps/catalogue.ndjson.gz']) {
    expect([(await ask(path)).source, (await ask(path)).source]).toEqual(['bypass', 'bypass']);
  }
  const credentials = { authorization: 'Basic YTpi' };
  expect((await ask('/api/v4/packages/celery/', credentials)).source).toBe('bypass');
  expect((await ask('/api/v4/packages/celery/', {}, 'POST')).source).toBe('bypass');
});

test('what Next’s scripts ask with changes nothing', async () => {
  const plain = await ask(CELERY);
  const asked = await ask(CELERY, { rsc: '1', 'next-router-state-tree': 'x' });
  expect(asked.source).toBe('hit');
  expect(asked.body).toBe(plain.body);
});

test('an answer names the state of the catalogue that it is known to hold for', async () => {
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

test('whoever they are for, no more answers than so many wait to be drawn', async () => {
  slow = sleep(100);
  const AT_ONCE = 2;
  const some = Array.from({ length: MOST_WAITING + AT_ONCE }, (_, at) =>
    ask('/packages/', { cookie: `${SESSION_COOKIE}=${at}` }),
  );
  await sleep(30);
  const last = await ask('/packages/', { cookie: `${SESSION_COOKIE}=last` });
  expect([last.status, last.headers['retry-after']]).toEqual([503, '1']);
  expect((await Promise.all(some)).map((it) => it.status)).toEqual(some.map(() => 200));
});

test('a condition is for what is read alone', async () => {
  const condition = { 'if-none-match': '*' };
  expect((await ask('/api/v4/packages/', condition, 'OPTIONS')).status).toBe(200);
  expect((await ask('/api/v4/packages/', condition)).status).toBe(304);
});

test('a part of a body is not what is compressed', async () => {
  let seen: IncomingHttpHeaders = {};
  look = (headers) => (seen = headers);
  const asked = { range: 'bytes=0-9', 'if-range': '"a"', 'if-match': '"a"', authorization: 'a' };
  await ask('/packages/', asked);
  expect(Object.keys(seen).toSorted()).toEqual(['authorization', 'host']);
});

/** The nonces that the policy of a page allows, and those of its scripts. */
const noncesOf = ({ headers, body }: Seen) => ({
  allowed: /script-src [^;]*'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1],
  given: /<script nonce="([^"]*)">/.exec(body)?.[1],
});

test('a page that cannot be stripped is rendered for each client, with scripts that run by a nonce of its own', async () => {
  oddScript = 'odd()';
  slow = sleep(20);
  const all = [...(await Promise.all([ask(CELERY), ask(CELERY)])), await ask(CELERY)];
  const nonces = all.map(noncesOf);
  expect(new Set(nonces.map(({ allowed }) => allowed)).size).toBe(all.length);
  for (const { allowed, given } of nonces) expect(given).toBe(allowed);
  for (const { status, headers, source } of all) {
    expect([status, source]).toEqual([200, 'bypass']);
    expect(headers['cache-control']).toMatch(/private/);
    expect(headers['content-security-policy']).not.toContain('unsafe-inline');
  }
  expect(strips).toMatchObject({ unstrippedRoute: '/packages/p/[slug]' });
});

test('a page of the edit section has a nonce of its own, and one that was stripped has none', async () => {
  const edit = () => ask('/packages/p/celery/edit/');
  const [first, second] = [noncesOf(await edit()), noncesOf(await edit())];
  expect(first.allowed).toMatch(/^[\w+/]{22}==$/);
  expect(second.allowed).not.toBe(first.allowed);
  expect(noncesOf(await ask(CELERY)).allowed).toBeUndefined();
});
