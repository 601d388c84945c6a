import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { Delivery, Order, Task } from './messages';
import { openNext } from './open-next';
import { receivedRequest } from './sent-request';
import { streamTo, type Stream } from './stream';

if (!parentPort) throw new Error('This is no program of its own.');
const port = parentPort;

const { folder, sitePort } = z
  .object({ folder: z.string(), sitePort: z.number() })
  .parse(workerData);
const { drawing, strips } = await openNext(folder, sitePort);
const streams = new Map<number, Stream>();

/** The bytes are handed over, and are gone from here. */
const send = (delivery: Delivery, bytes?: Uint8Array) => {
  port.postMessage(delivery, bytes?.buffer instanceof ArrayBuffer ? [bytes.buffer] : []);
};

async function fulfil(order: Task): Promise<void> {
  const { kind, id } = order;
  if (kind === 'draw') {
    const { answer, reads } = await drawing.draw(order.asked, order.context);
    send({ kind: 'drawn', id, answer, reads, strips }, answer.body);
  } else if (kind === 'answer') {
    const answer = await drawing.answer(order.request, order.context);
    send({ kind: 'answered', id, answer, strips }, answer.body);
  } else if (kind === 'stream') {
    const stream = streamTo(send, id, receivedRequest(order.request));
    streams.set(id, stream);
    await drawing.stream(stream.request, stream.response);
  } else if (kind === 'taken') {
    streams.get(id)?.take();
  } else {
    streams.get(id)?.response.destroy();
    streams.delete(id);
  }
}

port.on('message', (order: Order) => {
  if (order.kind === 'live') {
    send({ kind: 'alive' });
    return;
  }
  fulfil(order).catch((error: unknown) => {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    send({ kind: 'failed', id: order.id, reason });
  });
});
send({ kind: 'alive' });
