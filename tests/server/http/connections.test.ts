import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { limitBody } from '@/server/http/body';
import { closeServer } from '@/server/http/close';
import { guardConnections, serverTimes } from '@/server/http/connections';
import { mostConnections } from '@/server/http/open-files';
import { watchResponses } from '@/server/http/responses';
import { answerUnreadable } from '@/server/http/unreadable';

const TIMES = { headers: 200, request: 400, idle: 300, stalled: 300 };
const ASK = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n';

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

async function listen(answer: RequestListener, { most = 1000, times = TIMES } = {}) {
  const server = createServer(serverTimes(times), answer);
  server.on('clientError', answerUnreadable);
  const responses = watchResponses(server);
  guardConnections(server, most, times);
  server.listen(0);
  await once(server, 'listening');
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  cleanups.push(() => {
    server.close().closeAllConnections();
  });
  return { server, port, responses };
}

/** A connection that has sent this, with what has come back. */
function open(port: number, text: string) {
  const socket = connect(port);
  cleanups.push(() => socket.destroy());
  socket.on('error', () => undefined);
  socket.write(text);
  const heard = { socket, text: '', milliseconds: 0 };
  const begun = performance.now();
  socket.on('data', (chunk: Buffer) => (heard.text += chunk.toString()));
  const closed = new Promise<typeof heard>((resolve) => {
    socket.on('close', () => {
      resolve(Object.assign(heard, { milliseconds: performance.now() - begun }));
    });
  });
  return { socket, heard, closed };
}

const isOpen = (socket: Socket) => socket.readyState === 'open';

test('incomplete headers are answered with 408', async () => {
  const times = { ...TIMES, stalled: 10_000 };
  const { port } = await listen((_, response) => response.end('x'), { times });
  const { text, milliseconds } = await open(port, 'GET / HTTP/1.1\r\nHost: loc').closed;
  expect(text).toMatch(/^HTTP\/1\.1 408 /);
  expect(milliseconds).toBeLessThan(3000);
});

test('a body that takes too long is answered with 408, even if it makes progress', async () => {
  const { port } = await listen((request, response) => {
    request.on('end', () => response.end('x')).resume();
  });
  const head = 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n';
  const { socket, closed } = open(port, head);
  const drip = setInterval(() => socket.writable && socket.write('x'), 50);
  const { text } = await closed;
  clearInterval(drip);
  expect(text).toMatch(/^HTTP\/1\.1 408 /);
});

test('an idle connection is closed', async () => {
  const { port } = await listen((_, response) => response.end('x'));
  const { text } = await open(port, ASK).closed;
  expect(text).toMatch(/^HTTP\/1\.1 200 /);
});

const LARGE = Buffer.alloc(32 * 1024 * 1024, 'x');

test('a client that reads nothing of its response is disconnected', async () => {
  const { port } = await listen((_, response) => response.end(LARGE));
  const { socket, heard, closed } = open(port, ASK);
  socket.pause();
  await sleep(2000);
  socket.resume();
  await closed;
  expect(heard.text.length).toBeLessThan(LARGE.length);
});

test('a client that reads its response slowly gets all of it', async () => {
  const { port } = await listen((_, response) => response.end(LARGE));
  const socket = connect(port);
  cleanups.push(() => socket.destroy());
  socket.write(ASK.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'));
  const begun = performance.now();
  let bytes = 0;
  for await (const part of socket) {
    bytes += z.instanceof(Buffer).parse(part).length;
    if (performance.now() - begun < 4 * TIMES.stalled) await sleep(5);
  }
  expect(performance.now() - begun).toBeGreaterThan(3 * TIMES.stalled);
  expect(bytes).toBeGreaterThan(LARGE.length);
});

test('the number of connections is limited, and closed ones make room', async () => {
  const { port } = await listen((_, response) => response.end('x'), { most: 3 });
  const first = [1, 2, 3].map(() => open(port, 'GET / HTTP/1.1\r\n'));
  await Promise.all(first.map(({ socket }) => once(socket, 'connect')));
  expect((await open(port, ASK).closed).text).toBe('');
  expect(first.every(({ socket }) => isOpen(socket))).toBe(true);

  for (const { socket } of first) socket.destroy();
  await expect.poll(async () => (await open(port, ASK).closed).text).toMatch(/^HTTP\/1\.1 200 /);
});

test('at the limit, idle connections make room', async () => {
  const slow = { ...TIMES, idle: 60_000, stalled: 60_000 };
  const { port } = await listen((_, response) => response.end('x'), { most: 2, times: slow });
  const waiting = [1, 2].map(() => open(port, ASK));
  await Promise.all(waiting.map(({ socket }) => once(socket, 'data')));
  await open(port, ASK).closed;
  await Promise.all(waiting.map(({ closed }) => closed));
  const { socket } = open(port, ASK);
  await once(socket, 'data');
  expect(isOpen(socket)).toBe(true);
});

test.each([
  ['Max open files            1024                 524288               files', 629],
  ['Max open files            200                  200                  files', 80],
  ['Max open files            10                   10                   files', 1],
  ['Max open files            unlimited            unlimited            files', 10_000],
  ['', 629],
])('of %j follow %i connections', (limits, most) => {
  expect(mostConnections(limits)).toBe(most);
});

const chunk = (size: number) => `${size.toString(16)}\r\n${'x'.repeat(size)}\r\n`;
const CHUNKED = 'POST /api/v4/ HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n';

test('a body of unknown length is counted, and refused if it is too large', async () => {
  const { port } = await listen((request, response) => {
    limitBody(request, response);
    request.on('end', () => response.end('read')).resume();
  });
  const small = open(port, `${CHUNKED}${chunk(60_000)}0\r\n\r\n`);
  await once(small.socket, 'data');
  expect(small.heard.text).toMatch(/^HTTP\/1\.1 200 .*read$/s);

  const { text } = await open(port, CHUNKED + chunk(60_000) + chunk(6000)).closed;
  expect(text).toMatch(/^HTTP\/1\.1 413 .*"The request body is larger than 65536 bytes\."}$/s);
});

test('an endless body is not read forever after the response was sent', async () => {
  const { port } = await listen((request, response) => {
    limitBody(request, response);
    response.end('x');
  });
  const { socket, closed } = open(port, CHUNKED);
  let sent = 0;
  const flood = setInterval(() => {
    if (socket.writable) sent += socket.write(chunk(60_000)) ? 1 : 0;
  }, 1);
  await closed;
  clearInterval(flood);
  expect(sent).toBeLessThan(1000);
});

test('a closing server finishes requests in flight and accepts no more', async () => {
  const { server, port, responses } = await listen((_, response) => {
    setTimeout(() => response.end('done'), 150);
  });
  const waiting = open(port, ASK);
  await once(waiting.socket, 'data');
  await expect.poll(() => responses.size, { interval: 5 }).toBe(0);
  const busy = open(port, ASK);
  await expect.poll(() => responses.size, { interval: 5 }).toBe(1);
  const begun = performance.now();
  await closeServer(server, responses);
  // Otherwise it would take the 8 seconds that requests in flight may take.
  expect(performance.now() - begun).toBeLessThan(7000);
  expect((await busy.closed).text).toMatch(/^HTTP\/1\.1 200 .*done$/s);
  await waiting.closed;
  await expect(once(connect(port), 'connect')).rejects.toThrow('ECONNREFUSED');
});

test('a request that never ends does not keep a server from closing', async () => {
  const { server, port, responses } = await listen(() => undefined);
  const { closed, socket } = open(port, ASK);
  await once(socket, 'connect');
  await expect.poll(() => responses.size, { interval: 5 }).toBe(1);
  await closeServer(server, responses, 100);
  expect((await closed).text).toBe('');
});

test('if a connection closes with several requests in flight, each of them is notified', async () => {
  const ended: string[] = [];
  const { port, responses } = await listen(({ url = '' }, response) => {
    response.once('close', () => ended.push(`${url} ${response.destroyed}`));
  });
  const asked = ['/1', '/2', '/3'].map((path) => ASK.replace('/', path));
  const { socket } = open(port, asked.join(''));
  await expect.poll(() => responses.size).toBe(3);
  socket.destroy();
  await expect.poll(() => responses.size).toBe(0);
  expect(ended.toSorted()).toEqual(['/1 true', '/2 true', '/3 true']);
});

test('nothing is written into a response that is being sent', async () => {
  const { port } = await listen((_, response) => {
    response.write('begun ');
    setTimeout(() => response.end('and done'), 100);
  });
  const { closed } = open(port, `${ASK}NONSENSE\r\n\r\n`);
  expect((await closed).text).not.toContain('HTTP/1.1 400');
});

test('a client that keeps sending after its request timed out is disconnected', async () => {
  const { port } = await listen(() => undefined, { times: { ...TIMES, headers: 100 } });
  const { socket, closed } = open(port, 'GET / HTTP/1.1\r\nX-Slow: ');
  const trickle = setInterval(() => {
    if (socket.writable) socket.write('x');
  }, 50);
  const { text, milliseconds } = await closed;
  clearInterval(trickle);
  expect(text).toMatch(/^HTTP\/1\.1 408 /);
  expect(milliseconds).toBeLessThan(10_000);
});
