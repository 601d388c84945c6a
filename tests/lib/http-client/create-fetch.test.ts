import type { ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { FetchOptions } from '@/lib/http-client/create-fetch';
import { askJson } from '@/server/collectors/ask';
import { z } from 'zod';
import { fetchWith, listen, openServer } from './loopback';

/** Opens a server, and a fetch that trusts it. */
async function open(answer: Parameters<typeof openServer>[0], options: Partial<FetchOptions> = {}) {
  const { origin } = await openServer(answer);
  return { origin, fetch: fetchWith({ trustedOrigins: [origin], ...options }) };
}

test('a trusted origin is requested', async () => {
  const { origin, fetch } = await open((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ url: request.url, agent: request.headers['user-agent'] }));
  });
  const response = await fetch(`${origin}/facts?of=a`);
  expect(response).toBeInstanceOf(Response);
  expect(response.status).toBe(200);
  expect(response.statusText).toBe('OK');
  expect(response.url).toBe(`${origin}/facts?of=a`);
  expect(response.redirected).toBe(false);
  expect(response.headers.get('content-type')).toBe('application/json');
  expect(await response.json()).toEqual({ url: '/facts?of=a', agent: 'packgrid-test' });
});

test('a trusted origin may have a name', async () => {
  const { origin } = await openServer((_, response) => response.end('named'));
  const named = origin.replace('127.0.0.1', 'forge.internal');
  const lookup = () => Promise.resolve(['127.0.0.1']);
  const response = await fetchWith({ lookup, trustedOrigins: [named] })(named);
  expect(await response.text()).toBe('named');
});

test('method, headers and body are sent', async () => {
  const { origin, fetch } = await open((request, response) => {
    response.setHeader('x-method', request.method ?? '');
    response.setHeader('x-agent', request.headers['user-agent'] ?? '');
    request.pipe(response);
  });
  const init = { method: 'POST', body: 'a body', headers: { 'user-agent': 'another' } };
  for (const asked of [fetch(origin, init), fetch(new Request(origin, init))]) {
    const response = await asked;
    expect(response.headers.get('x-method')).toBe('POST');
    expect(response.headers.get('x-agent')).toBe('another');
    expect(await response.text()).toBe('a body');
  }
});

test('304 Not Modified passes through', async () => {
  const { origin, fetch } = await open((request, response) => {
    const isKnown = request.headers['if-none-match'] === '"1"';
    response.writeHead(isKnown ? 304 : 200, { etag: '"1"' }).end();
  });
  const response = await fetch(origin, { headers: { 'if-none-match': '"1"' } });
  expect(response.status).toBe(304);
  expect(response.headers.get('etag')).toBe('"1"');
  expect(response.body).toBeNull();
});

test.each([404, 429, 500])('status %i is not an error', async (status) => {
  const { origin, fetch } = await open((_, response) => {
    response.writeHead(status, { 'retry-after': '5' }).end('sorry');
  });
  const response = await fetch(origin);
  expect(response.status).toBe(status);
  expect(response.headers.get('retry-after')).toBe('5');
  expect(await response.text()).toBe('sorry');
});

test('cookies are not kept', async () => {
  const cookies: unknown[] = [];
  const { origin, fetch } = await open((request, response) => {
    cookies.push(request.headers.cookie);
    response.setHeader('set-cookie', 'session=1').end();
  });
  await fetch(origin);
  await fetch(origin);
  expect(cookies).toEqual([undefined, undefined]);
});

test('a body of the maximum size is read, a larger one fails', async () => {
  const { origin, fetch } = await open(
    (request, response) => response.end('x'.repeat(Number(request.url?.slice(1)))),
    { mostBytes: 1000 },
  );
  expect(await (await fetch(`${origin}/1000`)).text()).toHaveLength(1000);
  await expect((await fetch(`${origin}/1001`)).text()).rejects.toThrow(
    'returned more than 1000 bytes',
  );
});

test('a connection is closed once its body is too large', async () => {
  const closed = vi.fn();
  const { origin, fetch } = await open(
    (_, response) => {
      response.on('close', closed);
      const timer = setInterval(() => response.write('x'.repeat(600)), 1);
      response.on('close', () => {
        clearInterval(timer);
      });
    },
    { mostBytes: 1000 },
  );
  await expect((await fetch(origin)).text()).rejects.toThrow('returned more than 1000 bytes');
  await vi.waitFor(() => {
    expect(closed).toHaveBeenCalledOnce();
  });
});

const zeros = Buffer.alloc(50_000_000);

test.each([
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
])('a %s bomb fails at the maximum size', async (encoding, compress) => {
  const bomb = compress(zeros);
  const bytes = bomb.length;
  expect(bytes).toBeLessThan(100_000);
  const { origin, fetch } = await open((_, response) => {
    response.setHeader('content-encoding', encoding).end(bomb);
  });
  const response = await fetch(origin);
  const { read, error } = await readAll(response);
  expect(error).toMatchObject({ message: 'returned more than 1000000 bytes' });
  expect(read).toBeLessThanOrEqual(1_000_000);
  expect(read).toBeGreaterThan(500_000);
});

/** Reads until the end or an error. */
async function readAll(response: Response) {
  let read = 0;
  const body: AsyncIterable<Uint8Array> | null = response.body;
  try {
    for await (const chunk of body ?? []) read += chunk.length;
    return { read };
  } catch (error) {
    return { read, error };
  }
}

test('a compressed body below the maximum size is decoded', async () => {
  const { origin, fetch } = await open((_, response) => {
    response.setHeader('content-encoding', 'gzip').end(gzipSync('x'.repeat(900_000)));
  });
  expect(await (await fetch(origin)).text()).toHaveLength(900_000);
});

/** Sends a byte every 20 ms, for ever. */
function trickle(response: ServerResponse) {
  const timer = setInterval(() => response.write('x'), 20);
  response.on('close', () => {
    clearInterval(timer);
  });
}

/** Milliseconds that a promise takes to fail, and its error. */
async function failing(start: number, promise: Promise<unknown>) {
  const error: unknown = await promise.then(
    () => 'It did not fail',
    (reason: unknown) => reason,
  );
  return { error, took: performance.now() - start };
}

const tooSlow = { name: 'TimeoutError', message: 'did not respond in full within 0.3 s' };

test('a body that trickles in ends with the time limit', async () => {
  const closed = vi.fn();
  const { origin, fetch } = await open(
    (_, response) => {
      response.on('close', closed);
      trickle(response);
    },
    { timeout: 300 },
  );
  const start = performance.now();
  const response = await fetch(origin);
  const { error, took } = await failing(start, response.text());
  expect(error).toMatchObject(tooSlow);
  expect(took).toBeGreaterThan(250);
  expect(took).toBeLessThan(3000);
  await vi.waitFor(() => {
    expect(closed).toHaveBeenCalledOnce();
  });
});

test('headers that never come end with the time limit', async () => {
  const { origin, fetch } = await open(() => undefined, { timeout: 300 });
  const { error, took } = await failing(performance.now(), fetch(origin));
  expect(error).toMatchObject(tooSlow);
  expect(took).toBeGreaterThan(250);
  expect(took).toBeLessThan(3000);
});

test('a name that never resolves ends with the time limit', async () => {
  const lookup = () => new Promise<string[]>(() => undefined);
  const fetch = fetchWith({ lookup, timeout: 300 });
  const { error } = await failing(performance.now(), fetch('http://slow.test/'));
  expect(error).toMatchObject(tooSlow);
});

test('the time limit covers all redirects together', async () => {
  let requests = 0;
  const { origin, fetch } = await open(
    (_, response) => {
      requests += 1;
      setTimeout(() => response.writeHead(302, { location: '/' }).end(), 130);
    },
    { timeout: 300 },
  );
  const { error } = await failing(performance.now(), fetch(origin));
  expect(error).toMatchObject(tooSlow);
  expect(requests).toBeGreaterThan(1);
});

test('the time limit ends a body that nobody reads', async () => {
  const closed = vi.fn();
  const { origin, fetch } = await open(
    (_, response) => {
      response.on('close', closed);
      trickle(response);
    },
    { timeout: 300 },
  );
  await fetch(origin);
  expect(closed).not.toHaveBeenCalled();
  await vi.waitFor(() => {
    expect(closed).toHaveBeenCalledOnce();
  }, 3000);
});

test('a body that was read in time stays readable after the time limit', async () => {
  const { origin, fetch } = await open((_, response) => response.end('ok'), { timeout: 100 });
  const response = await fetch(origin);
  const copy = response.clone();
  expect(await response.text()).toBe('ok');
  await delay(150);
  expect(await copy.text()).toBe('ok');
});

test('the caller can abort the headers and the body', async () => {
  const { origin, fetch } = await open((request, response) => {
    if (request.url === '/body') trickle(response);
  });
  const reason = new Error('No longer wanted');
  for (const path of ['/headers', '/body']) {
    const stop = new AbortController();
    const asked = fetch(origin + path, { signal: stop.signal }).then((it) => it.text());
    setTimeout(() => {
      stop.abort(reason);
    }, 50);
    await expect(asked).rejects.toBe(reason);
  }
  await expect(fetch(origin, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});

test('a cancelled body closes its connection', async () => {
  const closed = vi.fn();
  const { origin, fetch } = await open((_, response) => {
    response.on('close', closed);
    trickle(response);
  });
  await (await fetch(origin)).body?.cancel();
  await vi.waitFor(() => {
    expect(closed).toHaveBeenCalledOnce();
  });
});

test('a status that no Response can have fails, and the connection is closed', async () => {
  const closed = vi.fn();
  const server = createServer((socket) => {
    socket.on('close', closed);
    socket.on('error', () => undefined);
    socket.write('HTTP/1.1 999 Denied\r\nContent-Length: 5\r\n\r\nno');
  });
  const origin = `http://127.0.0.1:${await listen(server)}`;
  onTestFinished(() => {
    server.close();
  });
  await expect(fetchWith({ trustedOrigins: [origin] })(origin)).rejects.toThrow(RangeError);
  await vi.waitFor(() => {
    expect(closed).toHaveBeenCalledOnce();
  });
});

test('collectors report a refused address as such', async () => {
  const asking = {
    fetch: fetchWith(),
    validators: { get: () => undefined, set: () => undefined },
    now: () => 0,
  };
  await expect(
    askJson(asking, 'http://10.0.0.1/api', { schema: z.unknown() }),
  ).rejects.toMatchObject({
    kind: 'refused',
    message: 'http://10.0.0.1/api: 10.0.0.1 is a private address (10.0.0.0/8)',
  });
});
