import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFault } from './body';
import { pause, repeat, type Scene } from './scene';

/** Milliseconds between two parts of a response, and between two characters of a request. */
const PER_CHUNK = 100;
const PER_LETTER = 20;

/** How many responses a client requests without reading any, and for how long, in milliseconds. */
const UNREAD = 40;
const UNREAD_DURATION = 3000;

/** Reads the largest page slowly: it must still arrive complete. */
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

/** Sends a request character by character: it must still be answered. */
export function sendSlowly(scene: Scene): Promise<void> {
  return repeat(scene, 'slow asker', async () => {
    const socket = connect(scene.port, '127.0.0.1');
    socket.setNoDelay();
    const answered = dataOf(socket);
    for (const letter of 'GET /about/ HTTP/1.1\r\nHost: localhost\r\n\r\n') {
      socket.write(letter);
      await Promise.race([sleep(PER_LETTER), answered]);
    }
    const received = await answered;
    socket.destroy();
    if (!received.startsWith('HTTP/1.1 200 '))
      scene.faults.add(`slow request: ${received.slice(0, 40)}`);
  });
}

/** The first bytes received on a connection. Throws if it ends before. */
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

/** Requests a lot and reads nothing: memory use must stay bounded. */
export function requestWithoutReading(scene: Scene): Promise<void> {
  return repeat(scene, 'deaf asker', async () => {
    const socket = connect(scene.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.pause();
    socket.write(`GET ${scene.largest} HTTP/1.1\r\nHost: localhost\r\n\r\n`.repeat(UNREAD));
    await pause(scene, UNREAD_DURATION);
    socket.destroy();
  });
}

/** Disconnects before or during the response. */
export function disconnectEarly(scene: Scene): Promise<void> {
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
