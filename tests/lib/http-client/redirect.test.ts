import type { IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { RefusedAddressError } from '@/lib/http-client/refused-address-error';
import { openFakeInternet } from './fake-internet';
import { fetchWith, openServer } from './loopback';

let internet: Awaited<ReturnType<typeof openFakeInternet>>;
beforeAll(async () => {
  internet = await openFakeInternet();
});
afterAll(() => internet.close());

interface Seen {
  url: string;
  method: string | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

/** The requests that the servers of the current test received. */
const seen: Seen[] = [];
const seenUrls = () => seen.map(({ url }) => url);
/** What each URL of the fake internet redirects to; the scheme is left out, as servers don't see it. */
type Redirects = Record<string, { status?: number; location: string }>;

function redirecting(redirects: Redirects) {
  internet.reset((request, response) => {
    const url = `${request.headers.host ?? ''}${request.url ?? ''}`;
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      seen.push({ url, method: request.method, headers: request.headers, body });
      const redirect = redirects[url];
      if (redirect === undefined) response.end(`this is ${url}`);
      else response.writeHead(redirect.status ?? 302, { location: redirect.location }).end('moved');
    });
  });
}

/** Names that end with .private resolve to a private address, all others to a public one. */
const lookup = (hostname: string) =>
  Promise.resolve([hostname.endsWith('.private') ? '10.0.0.1' : '8.8.8.8']);

const FORGE = 'http://127.0.0.1:4010';
const OTHER = 'http://127.0.0.1:4011';

/** Made anew for each test, as its connections are closed. */
let fetch: typeof globalThis.fetch;
/** Trusts two origins. */
let trusting: typeof globalThis.fetch;
beforeEach(() => {
  seen.length = 0;
  fetch = fetchWith({ lookup });
  trusting = fetchWith({ lookup, trustedOrigins: [FORGE, OTHER] });
});

async function refusal(asked: Promise<Response>) {
  const error: unknown = await asked.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(RefusedAddressError);
  return error instanceof Error ? error.message : '';
}

test.each([301, 302, 303, 307, 308])('a GET follows status %i', async (status) => {
  redirecting({ 'a.test/': { status, location: 'http://b.test/there' } });
  const response = await fetch('http://a.test/');
  expect(response.status).toBe(200);
  expect(response.url).toBe('http://b.test/there');
  expect(response.redirected).toBe(true);
  expect(await response.text()).toBe('this is b.test/there');
});

test.each([300, 304, 305])('a GET does not follow status %i', async (status) => {
  redirecting({ 'a.test/': { status, location: 'http://b.test/there' } });
  const response = await fetch('http://a.test/');
  expect(response.status).toBe(status);
  expect(response.redirected).toBe(false);
  expect(seenUrls()).toEqual(['a.test/']);
});

test('a redirect without a location is returned', async () => {
  internet.reset((_, response) => response.writeHead(302).end('nowhere'));
  const response = await fetch('http://a.test/');
  expect(response.status).toBe(302);
  expect(await response.text()).toBe('nowhere');
});

test('a relative location is resolved', async () => {
  redirecting({ 'a.test/one/two': { location: '../three?four' } });
  expect((await fetch('http://a.test/one/two')).url).toBe('http://a.test/three?four');
});

const chain = (length: number) =>
  Object.fromEntries(
    Array.from({ length }, (_, index) => [`a.test/${index}`, { location: `/${index + 1}` }]),
  );

test('five redirects are followed', async () => {
  redirecting(chain(5));
  expect(await (await fetch('http://a.test/0')).text()).toBe('this is a.test/5');
});

test('six redirects are too many', async () => {
  redirecting(chain(6));
  await expect(fetch('http://a.test/0')).rejects.toThrow('redirects more than 5 times');
  expect(seen).toHaveLength(6);
});

test('a redirect loop ends', async () => {
  redirecting({ 'a.test/': { location: '/' } });
  await expect(fetch('http://a.test/')).rejects.toThrow('redirects more than 5 times');
});

test.each([
  ['http://127.0.0.1/', 'a loopback'],
  ['http://2130706433/', 'a loopback'],
  ['//0x7f.1/', 'a loopback'],
  ['http://[::ffff:127.0.0.1]/', 'an IPv4-mapped'],
  ['http://169.254.169.254/latest/meta-data/', 'a link-local'],
  ['https://host.private/', 'host.private resolves to 10.0.0.1'],
  ['http://b.test:6379/', 'default port'],
  ['http://user:secret@b.test/', 'user name or a password'],
  ['file:///etc/passwd', 'is not an http or https URL'],
  ['ftp://b.test/', 'is not an http or https URL'],
  ['gopher://b.test/', 'is not an http or https URL'],
  ['data:text/plain,hello', 'is not an http or https URL'],
  ['http://[::1', 'not a valid URL'],
])('a redirect to %s is refused', async (location, why) => {
  redirecting({ 'a.test/': { location } });
  expect(await refusal(fetch('http://a.test/'))).toContain(why);
  expect(internet.addresses()).toEqual(['8.8.8.8']);
  expect(await internet.connections()).toBe(1);
});

test('each redirect of a chain is checked', async () => {
  redirecting({
    'a.test/': { location: 'http://b.test/' },
    'b.test/': { location: 'http://c.test/' },
    'c.test/': { location: 'http://host.private/' },
  });
  expect(await refusal(fetch('http://a.test/'))).toContain('host.private');
  expect(seenUrls()).toEqual(['a.test/', 'b.test/', 'c.test/']);
});

test('http redirects to https, but https never to http', async () => {
  redirecting({
    'a.test/': { location: 'https://a.test/safe' },
    'a.test/safe': { location: 'https://b.test/' },
    'b.test/': { location: 'http://a.test/plain' },
  });
  const message = await refusal(fetch('http://a.test/'));
  expect(message).toBe('https://b.test/ redirects from https to http://a.test/plain');
  expect(seenUrls()).toEqual(['a.test/', 'a.test/safe', 'b.test/']);
});

const headers = {
  accept: 'application/json',
  authorization: 'Bearer secret',
  cookie: 'session=secret',
  'private-token': 'secret',
  'if-none-match': '"1"',
};

test.each(['http://b.test/', 'https://a.test/safe'])(
  'credentials are not sent to %s, another origin',
  async (location) => {
    redirecting({ 'a.test/': { location } });
    await fetch('http://a.test/', { headers });
    const [first, second] = seen.map((request) => request.headers);
    expect(first).toMatchObject(headers);
    expect(second).toMatchObject({ accept: 'application/json', 'if-none-match': '"1"' });
    expect(second?.['user-agent']).toBe('packgrid-test');
    expect(JSON.stringify(second)).not.toContain('secret');
  },
);

test('credentials that were dropped stay dropped on the way back', async () => {
  redirecting({
    'a.test/': { location: 'http://b.test/' },
    'b.test/': { location: 'http://a.test/back' },
  });
  await fetch('http://a.test/', { headers });
  expect(seenUrls()).toEqual(['a.test/', 'b.test/', 'a.test/back']);
  expect(JSON.stringify(seen[2]?.headers)).not.toContain('secret');
});

test('credentials are kept at the same origin', async () => {
  redirecting({ 'a.test/': { location: '/there' } });
  await fetch('http://a.test/', { headers });
  expect(seen[1]?.headers).toMatchObject(headers);
});

const post = { method: 'POST', body: 'a query', headers: { 'content-type': 'text/x-query' } };

test.each([307, 308])('a POST follows status %i to the same origin', async (status) => {
  redirecting({ 'a.test/': { status, location: '/there' } });
  expect(await (await fetch('http://a.test/', post)).text()).toBe('this is a.test/there');
  expect(seen[1]).toMatchObject({ method: 'POST', body: 'a query' });
  expect(seen[1]?.headers['content-type']).toBe('text/x-query');
});

test.each([
  [301, '/there'],
  [302, '/there'],
  [303, '/there'],
  [307, 'http://b.test/'],
  [308, 'https://a.test/'],
])('a POST does not follow status %i to %s', async (status, location) => {
  redirecting({ 'a.test/': { status, location } });
  expect(await refusal(fetch('http://a.test/', post))).toContain('redirects a POST');
  expect(seenUrls()).toEqual(['a.test/']);
});

test('a HEAD stays a HEAD', async () => {
  redirecting({ 'a.test/': { status: 303, location: '/there' } });
  expect((await fetch('http://a.test/', { method: 'HEAD' })).url).toBe('http://a.test/there');
  expect(seen.map(({ method }) => method)).toEqual(['HEAD', 'HEAD']);
});

test('manual redirects are returned with their location', async () => {
  redirecting({ 'a.test/': { location: 'http://127.0.0.1/' } });
  const response = await fetch('http://a.test/', { redirect: 'manual' });
  expect(response.status).toBe(302);
  expect(response.headers.get('location')).toBe('http://127.0.0.1/');
  expect(await response.text()).toBe('moved');
  expect(seenUrls()).toEqual(['a.test/']);
});

test('a redirect fails if the caller wants none', async () => {
  redirecting({ 'a.test/': { location: '/there' } });
  await expect(fetch('http://a.test/', { redirect: 'error' })).rejects.toThrow(
    'redirects to /there',
  );
  expect(seenUrls()).toEqual(['a.test/']);
});

test('a trusted origin redirects to itself', async () => {
  redirecting({ '127.0.0.1:4010/': { location: '/there' } });
  expect(await (await trusting(FORGE)).text()).toBe('this is 127.0.0.1:4010/there');
});

test('a trusted origin redirects to a public address', async () => {
  redirecting({ '127.0.0.1:4010/': { location: 'https://b.test/' } });
  expect(await (await trusting(FORGE)).text()).toBe('this is b.test/');
});

test.each([
  OTHER,
  'http://127.0.0.1:4012/',
  'http://127.0.0.1/',
  'http://10.0.0.1/',
  'http://host.private/',
  'http://b.test:4010/',
])('a trusted origin may not redirect to %s', async (location) => {
  redirecting({ '127.0.0.1:4010/': { location } });
  await refusal(trusting(FORGE));
  expect(internet.addresses()).toEqual(['127.0.0.1']);
  expect(await internet.connections()).toBe(1);
});

test('nobody else may redirect to a trusted origin', async () => {
  redirecting({ 'a.test/': { location: FORGE } });
  expect(await refusal(trusting('http://a.test/'))).toContain('a loopback');
  expect(seenUrls()).toEqual(['a.test/']);
});

test('a trusted origin does not get its trust back by way of a public one', async () => {
  redirecting({
    '127.0.0.1:4010/': { location: 'http://a.test/' },
    'a.test/': { location: `${FORGE}/admin` },
  });
  expect(await refusal(trusting(FORGE))).toContain('a loopback');
  expect(seenUrls()).toEqual(['127.0.0.1:4010/', 'a.test/']);
});

test('a real server on loopback is not reached by a redirect from a trusted one', async () => {
  await internet.close();
  const secret = await openServer((_, response) => response.end('secret'));
  const forge = await openServer((_, response) =>
    response.writeHead(302, { location: secret.origin }).end(),
  );
  expect(await refusal(fetchWith({ trustedOrigins: [forge.origin] })(forge.origin))).toBe(
    '127.0.0.1 is a loopback address (127.0.0.0/8)',
  );
  expect(forge.connections()).toBe(1);
  expect(secret.connections()).toBe(0);
  const direct = await fetchWith({ trustedOrigins: [secret.origin] })(secret.origin);
  expect(await direct.text()).toBe('secret');
  expect(secret.connections()).toBe(1);
});
