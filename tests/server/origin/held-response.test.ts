import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { afterAll, expect, test } from 'vitest';
import { HeldResponse, type Held } from '@/server/origin/held-response';

/** Writes a response, which the server holds and then sends as a response of its own. */
let write: (response: ServerResponse) => void = () => undefined;
let held: Held | undefined;

const server = createServer({ ServerResponse: HeldResponse }, (_, response) => {
  response.hold((complete) => {
    held = complete;
    response.writeHead(200, { 'x-sent': 'yes' });
    response.end(`${complete.body.toString()}!`);
  });
  write(response);
});
await once(server.listen(0), 'listening');
const address = server.address();
const port = address !== null && typeof address === 'object' ? address.port : 0;

afterAll(() => {
  server.close();
});

async function ask(given: typeof write): Promise<{ sent: IncomingMessage; text: string }> {
  write = given;
  held = undefined;
  const asked = get({ port, agent: false });
  const sent = await new Promise<IncomingMessage>((resolve, reject) => {
    asked.on('response', resolve).on('error', reject);
  });
  return { sent, text: Buffer.concat(await sent.toArray()).toString() };
}

const ways: [string, (response: ServerResponse) => void][] = [
  ['end with the text', (response) => response.end('one two')],
  ['end with the text and its encoding', (response) => response.end('b25lIHR3bw==', 'base64')],
  [
    'write and end',
    (response) => {
      response.write('one');
      response.write(Buffer.from(' '));
      response.write('two', 'utf8');
      response.end();
    },
  ],
  [
    'flushHeaders, and the rest later',
    (response) => {
      response.flushHeaders();
      setImmediate(() => {
        response.write('one ');
        setImmediate(() => response.end('two'));
      });
    },
  ],
  [
    'one buffer that is filled again',
    (response) => {
      const buffer = Buffer.from('one ');
      response.write(buffer);
      buffer.fill('x');
      response.end('two');
    },
  ],
];

test.each(ways)('a response is held back until it is complete, written by %s', async (_, given) => {
  const { sent, text } = await ask((response) => {
    response.statusCode = 404;
    response.setHeader('Content-Type', 'text/plain');
    given(response);
  });
  expect(held).toMatchObject({ status: 404, headers: { 'content-type': 'text/plain' } });
  expect(held?.body.toString()).toBe('one two');
  expect([sent.statusCode, sent.headers['x-sent'], text]).toEqual([200, 'yes', 'one two!']);
  expect(sent.headers).not.toHaveProperty('content-type');
});

test.each([
  ['an object', { 'X-One': '1', 'Set-Cookie': ['a=1', 'b=2'] }],
  ['a list', ['X-One', '1', 'Set-Cookie', ['a=1', 'b=2']]],
])('headers passed to writeHead as %s are kept', async (_, headers) => {
  await ask((response) => response.writeHead(201, headers).end());
  expect(held?.status).toBe(201);
  expect(held?.headers).toEqual({ 'x-one': '1', 'set-cookie': ['a=1', 'b=2'] });
});

test('a writer gets the events that it waits for', async () => {
  const events: string[] = [];
  let closed: Promise<unknown> = Promise.resolve();
  await ask((response) => {
    closed = once(response, 'close');
    response.once('finish', () => events.push('finish'));
    response.write('one', () => events.push('written'));
    response.end(' two', () => events.push('ended'));
  });
  await closed;
  expect(events.toSorted()).toEqual(['ended', 'finish', 'written']);
});

test('a response that is not held back is sent as it is written', async () => {
  const plain = createServer({ ServerResponse: HeldResponse }, (_, response) => {
    response.writeHead(201, 'Made', { 'x-one': '1' });
    response.write('one ');
    response.end('two');
  });
  await once(plain.listen(0), 'listening');
  const place = plain.address();
  const sent = await fetch(`http://localhost:${typeof place === 'object' ? place?.port : ''}/`);
  expect([sent.status, sent.headers.get('x-one'), await sent.text()]).toEqual([
    ...[201, '1', 'one two'],
  ]);
  plain.closeAllConnections();
  plain.close();
});
