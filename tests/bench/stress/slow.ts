import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFault } from './body';
import { pause, repeat, type Scene } from './scene';

/** In milliseconds between two parts of an answer, and between two letters of a question. */
const PER_CHUNK = 100;
const PER_LETTER = 20;

/** How many answers someone asks for who reads none, and how long that goes on, in milliseconds. */
const UNREAD = 40;
const DEAF = 3000;

/** Reads the largest page at leisure: it must still come whole. */
export function readSlowly(scene: Scene): Promise<void> {
  return repeat(scene, 'slow reader', async () => {
    const { port, largest, faults } = scene;
    const asked = request({ host: '127.0.0.1', port, path: largest, agent: false });
    asked.end();
    const received = await answerOf(asked);
    const chunks: Buffer[] = [];
    for await (const chunk of received) {
      if (chunk instanceof Buffer) chunks.push(chunk);
      await sleep(PER_CHUNK);
    }
    const { headers, statusCode: status = 0 } = received;
    const fault = findFault(largest, { status, headers, body: Buffer.concat(chunks) });
    if (fault !== undefined) faults.add(`slow reader: ${fault}`);
  });
}

function answerOf(asked: ReturnType<typeof request>): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    asked.on('response', resolve).on('error', reject);
  });
}

/** Writes a request letter by letter: it must still be answered. */
export function askSlowly(scene: Scene): Promise<void> {
  return repeat(scene, 'slow asker', async () => {
    const socket = connect(scene.port, '127.0.0.1');
    socket.setNoDelay();
    const answered = dataOf(socket);
    for (const letter of 'GET /about/ HTTP/1.1\r\nHost: localhost\r\n\r\n') {
      socket.write(letter);
      await Promise.race([sleep(PER_LETTER), answered]);
    }
    const said = await answered;
    socket.destroy();
    if (!said.startsWith('HTTP/1.1 200 ')) scene.faults.add(`slow asker: ${said.slice(0, 40)}`);
  });
}

/** The first of what comes over a connection. An error where it ends before, which alone would say nothing. */
async function dataOf(socket: Socket): Promise<string> {
  const over = new AbortController();
  const { signal } = over;
  const ended = once(socket, 'close', { signal }).then(() => {
    throw new Error('the connection ended without an answer');
  });
  try {
    return String(await Promise.race([once(socket, 'data', { signal }), ended]));
  } finally {
    over.abort();
  }
}

/** Asks for much and takes nothing: no memory may be spent on it without bound. */
export function askAndNotRead(scene: Scene): Promise<void> {
  return repeat(scene, 'deaf asker', async () => {
    const socket = connect(scene.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.pause();
    socket.write(`GET ${scene.largest} HTTP/1.1\r\nHost: localhost\r\n\r\n`.repeat(UNREAD));
    await pause(scene, DEAF);
    socket.destroy();
  });
}

/** Asks and goes away before the answer is there, or while it comes. */
export function goAway(scene: Scene): Promise<void> {
  return repeat(scene, 'aborted', async () => {
    const { port, pick, chance } = scene;
    const asked = request({ host: '127.0.0.1', port, path: pick(), agent: false });
    asked.on('error', () => undefined);
    asked.on('response', (received) => {
      received.on('error', () => undefined);
    });
    asked.end();
    await pause(scene, chance.whole(0, 30, 2));
    asked.destroy();
  });
}
