import { createServer, IncomingMessage, request } from 'node:http';
import { Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { clientFinder } from '@/server/http/client';
import { MOST_HEADER_BYTES, refusalOfHeaders, refusalOfUrl } from '@/server/http/limits';
import { rateLimit, type CountRequest } from '@/server/http/rate-limit';
import { refuse } from '@/server/http/refuse';

let count: CountRequest;
const server = createServer({ maxHeaderSize: MOST_HEADER_BYTES }, (asked, response) => {
  const refusal = refusalOfHeaders(asked) ?? refusalOfUrl(asked);
  if (refusal) {
    refuse(asked, response, refusal.status, refusal.reason);
    return;
  }
  const { isOver, headers } = count(asked);
  if (isOver) refuse(asked, response, 429, 'Request was throttled.', headers);
  else response.writeHead(200, headers).end('{}');
});

let port = 0;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address !== null && typeof address === 'object') port = address.port;
});

beforeEach(() => {
  count = rateLimit({ limit: 3, findClient: clientFinder([]) });
});

afterAll(() => {
  server.close();
});

interface RenderContext {
  path?: string;
  method?: string;
  headers?: Record<string, string>;
}

async function ask({ path = '/api/v4/', method = 'GET', headers = {} }: RenderContext = {}) {
  const asked = request({ port, host: '127.0.0.1', path, method, headers, agent: false });
  asked.end();
  const received = await new Promise<IncomingMessage>((resolve, reject) => {
    asked.on('response', resolve).on('error', reject);
  });
  const body = Buffer.concat(await received.toArray()).toString();
  return { status: received.statusCode, headers: received.headers, body };
}

test('each response has the remaining requests, and one over the limit the time to wait', async () => {
  const remaining: unknown[] = [];
  for (let index = 0; index < 3; index++) {
    const { status, headers } = await ask();
    expect(status).toBe(200);
    expect(headers['ratelimit-policy']).toBe('"minute";q=3;w=60');
    remaining.push(
      /^"minute";r=(\d+);t=(?:[1-9]|[1-5]\d|60)$/.exec(String(headers['ratelimit']))?.[1],
    );
  }
  expect(remaining).toEqual(['2', '1', '0']);

  const { status, headers, body } = await ask();
  expect([status, body]).toEqual([429, '{"detail":"Request was throttled."}']);
  expect(headers['content-type']).toBe('application/json');
  expect(headers['retry-after']).toMatch(/^([1-9]|[1-5]\d|60)$/);
  expect(headers['ratelimit']).toMatch(/^"minute";r=0;/);
  expect(headers['access-control-expose-headers']).toContain('Retry-After');
});

test('v3 has its own error when the limit is exceeded', async () => {
  for (let index = 0; index < 3; index++) await ask();
  const { body } = await ask({ path: '/api/v3/packages/' });
  expect(body).toBe('{"error": 429, "message": "Request was throttled."}');
});

const from = (address: string) => ask({ headers: { 'X-Forwarded-For': address } });

test('no header evades the limit', async () => {
  for (const address of ['192.0.2.1', '192.0.2.2', '192.0.2.3']) await from(address);
  expect((await from('192.0.2.4')).status).toBe(429);
});

test('behind a trusted proxy each client is counted separately', async () => {
  count = rateLimit({ limit: 1, findClient: clientFinder(['loopback']) });
  expect((await from('192.0.2.1')).status).toBe(200);
  expect((await from('192.0.2.2')).status).toBe(200);
  expect((await from('192.0.2.1')).status).toBe(429);
  // The proxy appends the client's address; anything before that may be forged.
  expect((await from('198.51.100.9, 192.0.2.1')).status).toBe(429);
});

test('all addresses of an IPv6 network are one client', async () => {
  count = rateLimit({ limit: 1, findClient: clientFinder(['loopback']) });
  expect((await from('2001:db8:1:2::1')).status).toBe(200);
  expect((await from('2001:db8:1:2:ffff::9')).status).toBe(429);
  expect((await from('2001:db8:1:3::1')).status).toBe(200);
  expect((await from('192.0.2.7:4711')).status).toBe(200);
  expect((await from('192.0.2.7:4712')).status).toBe(429);
  expect((await from('::ffff:192.0.2.1')).status).toBe(200);
  expect((await from('::ffff:192.0.2.2')).status).toBe(200);
});

test('a limit of 0 counts nothing', async () => {
  count = rateLimit({ limit: 0, findClient: clientFinder([]) });
  for (let index = 0; index < 10; index++) expect((await ask()).status).toBe(200);
  expect((await ask()).headers).not.toHaveProperty('ratelimit');
});

test('the length of a URL is limited', async () => {
  expect((await ask({ path: `/api/v4/check/?packages=${'x'.repeat(32_000)}` })).status).toBe(200);
  const { status, body } = await ask({ path: `/api/v4/check/?packages=${'x'.repeat(33_000)}` });
  expect([status, body]).toEqual([414, '{"detail":"The URL is longer than 32768 characters."}']);
});

test.each([
  ['/api/v4/', 65_536],
  ['/api/v4/packages/', 65_536],
  ['/api/v4/checks/', 65_536],
  ['/about/', 65_536],
  ['/api/v4/check/', 1_048_576],
  ['/api/v4/check/?format=json', 1_048_576],
  ['/api/v4/check.json', 1_048_576],
])('a body sent to %s may have %i bytes', async (path, most) => {
  const send = (bytes: number) =>
    ask({ path, method: 'POST', headers: { 'Content-Length': String(bytes) } });
  const { status, body } = await send(most + 1);
  expect(status).toBe(413);
  expect(body).toContain(`The request body is larger than ${most} bytes.`);
});

test.each(['TRACE', 'PROPFIND'])(
  'the method %s is refused, with the methods allowed',
  async (method) => {
    const { status, headers, body } = await ask({ method });
    expect([status, body]).toEqual([405, `{"detail":"Method \\"${method}\\" not allowed."}`]);
    expect(headers['allow']).toBe('GET, HEAD, OPTIONS');
    const refused = await ask({ method, path: '/api/v4/check/' });
    expect(refused.headers['allow']).toBe('GET, POST, HEAD, OPTIONS');
  },
);

test.each([
  ['*', 400],
  ['/API/v4/packages.json', 404],
  ['/Api/v3/', 404],
])('%s is not a URL of this site', async (path, wanted) => {
  expect((await ask({ path })).status).toBe(wanted);
});

test.each([
  ...['/_global-error/', '/_global-error', '/_not-found/', '/_error/', '/_document', '/_next/'],
  ...['/_next/image?url=%2Ficon.svg&w=64&q=75', '/_next/data/x/index.json', '/_next/static'],
  ...['/%5fglobal-error/', '/_n%65xt/image', '/x/../_next/image', '/_next/static/../image'],
  ...['/_next/static/%2e%2e/image', '/.%2f_next/../_next/image'],
])('%s is internal to Next, and not found', async (path) => {
  const { status, headers } = await ask({ path });
  expect(status).toBe(404);
  expect(headers).not.toHaveProperty('cache-control');
});

test.each(['/_next/static/a.js', '/packages/_x/', '/x_/'])(
  '%s is passed on to the site',
  async (path) => {
    expect((await ask({ path })).status).toBe(200);
  },
);

test('a path that only starts like one of the API is passed on to the site', async () => {
  expect((await ask({ path: '/APIs/' })).status).toBe(200);
});

test('a path that can’t be decoded is refused, as JSON or as text', async () => {
  const api = await ask({ path: '/api/v4/%ff/' });
  expect([api.status, api.headers['content-type']]).toEqual([400, 'application/json']);
  const page = await ask({ path: '/packages/%ff/' });
  expect([page.status, page.headers['content-type']]).toEqual([400, 'text/plain; charset=utf-8']);
});

test('a closed connection has no client address, nor does one behind a proxy', () => {
  const asked = new IncomingMessage(new Socket());
  asked.headers = { 'x-forwarded-for': '203.0.113.7' };
  for (const trusted of [[], ['loopback']]) {
    expect(rateLimit({ limit: 3, findClient: clientFinder(trusted) })(asked).isOver).toBe(false);
  }
});
