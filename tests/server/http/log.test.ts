import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { openLog } from '@/server/log';
import { logLine } from '@/server/log/line';
import { lineOutput } from '@/server/log/output';
import { logRequest } from '@/server/log/requests';
import { noteSource } from '@/server/log/source';

const folder = mkdtempSync(join(tmpdir(), 'packgrid-log-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const logged = {
  time: Date.parse('2026-11-21T12:00:00.123Z'),
  worker: 7,
  method: 'GET',
  url: '/packages/?q=a',
  status: 200,
  bytes: 1234,
  milliseconds: 1.23456,
  cache: 'hit',
  isAborted: false,
};
const urlOf = (text: string) => z.object({ url: z.string() }).parse(JSON.parse(text)).url;

test('a line of the log is JSON', () => {
  expect(logLine(logged)).toBe(
    '{"time":"2026-11-21T12:00:00.123Z","worker":7,"method":"GET","url":"/packages/?q=a","status":200,"bytes":1234,"ms":1.23,"cache":"hit"}\n',
  );
  expect(logLine({ ...logged, cache: undefined, isAborted: true })).toMatch(
    /"ms":1\.23,"aborted":true}\n$/,
  );
});

test.each([
  ['quotes and ends of lines', '/"\n\r\\'],
  ['letters that are not ASCII', '/é/ÿ\x7f\u2028'],
])('%s in a URL are kept, on the same line', (_, url) => {
  const text = logLine({ ...logged, url });
  expect(text).toMatch(/^[ -~]+\n$/);
  expect(urlOf(text)).toBe(url);
});

test('a line is never longer than a pipe writes atomically, whatever the URL', () => {
  for (const letter of ['x', '"', 'é', '\u0001', '\ud800']) {
    const text = logLine({ ...logged, url: `/${letter.repeat(30_000)}` });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4096);
    expect(urlOf(text).startsWith(`/${letter.repeat(100)}`)).toBe(true);
  }
  const long = logLine({ ...logged, url: `/${'x'.repeat(30_000)}` });
  expect(urlOf(long)).toHaveLength(2000);
});

test('lines are written soon, and the rest when the log is closed', async () => {
  const path = join(folder, 'lines');
  const file = openSync(path, 'a');
  const output = lineOutput(file);
  const lines = Array.from({ length: 1000 }, (_, n) => `${'x'.repeat(n % 300)} ${n}\n`);
  for (const line of lines) output.write(line);
  await expect.poll(() => readFileSync(path, 'utf8')).toBe(lines.join(''));
  output.write('last\n');
  await output.close();
  expect(readFileSync(path, 'utf8')).toBe(`${lines.join('')}last\n`);
});

test('a log that can no longer be written breaks nothing', async () => {
  const file = openSync(join(folder, 'gone'), 'a');
  const output = lineOutput(file);
  closeSync(file);
  output.write('x'.repeat(3000));
  await new Promise((resolve) => setTimeout(resolve, 100));
  output.write('x');
  await output.close();
});

test('each request is logged when it ends, even if its client disconnected', async () => {
  const lines: unknown[] = [];
  const log = openLog({
    write: (line) => lines.push(JSON.parse(line)),
    close: () => Promise.resolve(),
  });
  const server = createServer((asked, response) => {
    logRequest(log, asked, response);
    noteSource(response, 'miss');
    asked.method = 'GET';
    if (asked.url === '/endless') response.write('x');
    else response.end('found');
  });
  server.listen(0);
  await once(server, 'listening');
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;

  request({ port, path: '/a?b', method: 'HEAD' }, (response) => response.resume()).end();
  await expect.poll(() => lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ method: 'HEAD', url: '/a?b', status: 200, cache: 'miss' });
  expect(lines[0]).toHaveProperty(
    'bytes',
    expect.toSatisfy((it: number) => it > 100 && it < 400),
  );
  expect(lines[0]).not.toHaveProperty('aborted');

  const socket = connect(port);
  socket.write('GET /endless HTTP/1.1\r\nHost: x\r\n\r\n');
  await once(socket, 'data');
  socket.destroy();
  await expect.poll(() => lines).toHaveLength(2);
  expect(lines[1]).toMatchObject({ url: '/endless', aborted: true });

  request({ port, path: '/last' }, (response) => response.resume()).end();
  await once(server, 'request');
  await expect.poll(() => log.close().then(() => lines)).toHaveLength(3);
  server.close();
});
