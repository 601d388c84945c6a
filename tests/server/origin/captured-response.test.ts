import type { ServerResponse } from 'node:http';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { capture, type Answerer } from '@/server/origin/capture';
import { ownRequest } from '@/server/origin/own-request';

const asked = { url: '/packages/p/celery/?a=1', host: 'example.org', accept: undefined };

const keep = (answer: Answerer) =>
  capture(answer, ownRequest(asked), ({ body, ...rest }) => ({ ...rest, body: body.toString() }));

const captured = (answer: (response: ServerResponse) => void) =>
  keep((_, response) => {
    answer(response);
    return Promise.resolve();
  });

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

test.each(ways)('an answer is whole, written by %s', async (_, write) => {
  const answer = await captured((response) => {
    response.statusCode = 404;
    response.setHeader('Content-Type', 'text/plain');
    write(response);
  });
  expect(answer).toMatchObject({ status: 404, headers: { 'content-type': 'text/plain' } });
  expect(answer.body).toBe('one two');
});

test.each([
  ['an object', { 'X-One': '1', 'Set-Cookie': ['a=1', 'b=2'] }],
  ['a list', ['X-One', '1', 'Set-Cookie', ['a=1', 'b=2']]],
])('headers that are given with the head as %s are kept', async (_, headers) => {
  const answer = await captured((response) => response.writeHead(201, headers).end());
  expect(answer.status).toBe(201);
  expect(answer.headers).toEqual({ 'x-one': '1', 'set-cookie': ['a=1', 'b=2'] });
});

test('who writes is told that it is written, as by a socket', async () => {
  const told: string[] = [];
  await keep(async (_, response) => {
    const finished = once(response, 'finish');
    const closed = once(response, 'close');
    response.write('one', () => told.push('written'));
    response.end(' two', () => told.push('ended'));
    await finished;
    told.push('finished');
    await closed;
    told.push('closed');
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(told.toSorted()).toEqual(['closed', 'ended', 'finished', 'written']);
});

test('an answer that is broken off is none', async () => {
  await expect(
    captured((response) => {
      response.write('half');
      response.destroy(new Error('a fault'));
    }),
  ).rejects.toThrow('a fault');
  await expect(keep(() => Promise.reject(new Error('no answer')))).rejects.toThrow('no answer');
  await expect(
    capture(
      (_, response) => Promise.resolve(void response.end('one')),
      ownRequest(asked),
      () => {
        throw new Error('a fault of what uses it');
      },
    ),
  ).rejects.toThrow('a fault of what uses it');
});

test('what is asked for many has nothing but the address, the host and the type', async () => {
  const request = ownRequest({ ...asked, accept: 'application/json' });
  expect(request).toMatchObject({ method: 'GET', url: asked.url });
  expect(request.headers).toEqual({ host: 'example.org', accept: 'application/json' });
  expect(await request.toArray()).toEqual([]);
});

test('a writer hears that nobody takes its answer any more', async () => {
  let ended = 0;
  const answer = captured((response) => {
    response.write('one');
    response.once('close', () => (ended += 1));
    response.destroy();
    response.destroy();
  });
  await expect(answer).rejects.toThrow('broken off');
  await expect.poll(() => ended).toBe(1);
});

test('answers that are written at the same time, and after their end, stay apart', async () => {
  const long = 'x'.repeat(700_000);
  let late: () => void = () => undefined;
  const first = captured((response) => {
    response.write('one ');
    setTimeout(() => response.end('two'), 20);
  });
  const second = captured((response) => {
    response.end(long);
    late = () => response.write('late');
  });
  expect((await second).body).toBe(long);
  const third = captured((response) => {
    late();
    response.write('three');
    late();
    response.end(' four');
  });
  expect([(await first).body, (await third).body]).toEqual(['one two', 'three four']);
});
