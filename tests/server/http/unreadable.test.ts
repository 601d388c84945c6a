import { createServer } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerUnreadable } from '@/server/http/unreadable';

const server = createServer({ maxHeaderSize: 2000 }, (_, response) => response.end('read'));
server.on('clientError', answerUnreadable);
let port = 0;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  if (address !== null && typeof address === 'object') port = address.port;
});

afterAll(() => server.close());

/** The response to these bytes, until the server closes the connection. */
async function send(text: string) {
  const socket = connect(port, 'localhost');
  socket.write(text);
  const answer = Buffer.concat(await socket.toArray()).toString();
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  return { head, body };
}

test.each([
  [
    'GET /api/v4/packages/?x=é HTTP/1.1\r\n\r\n',
    400,
    '{"detail":"The URL is not percent-encoded."}',
  ],
  [
    'GET /api/v3/é/ HTTP/1.1\r\n\r\n',
    400,
    '{"error": 400, "message": "The URL is not percent-encoded."}',
  ],
  ['GET /search/?q=é HTTP/1.1\r\n\r\n', 400, 'The URL is not percent-encoded.\n'],
  [
    `GET /api/v4/ HTTP/1.1\r\nX: ${'x'.repeat(3000)}\r\n\r\n`,
    431,
    '{"detail":"The request headers are too large."}',
  ],
  ['nonsense\r\n\r\n', 400, 'This is not a valid HTTP request.\n'],
])('the response to %j says why it can’t be parsed', async (text, status, wanted) => {
  const { head, body } = await send(text);
  expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(head).toContain(wanted.startsWith('{') ? 'application/json' : 'text/plain');
  expect(body).toBe(wanted);
});

test('a valid request is answered', async () => {
  const { body } = await send('GET /api/v4/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
  expect(body).toContain('read');
});
