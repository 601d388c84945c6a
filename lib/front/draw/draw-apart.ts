import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Worker } from 'node:worker_threads';
import type { Answer } from '../answer/answer';
import type { Strips } from '../answer/strip-answer';
import { toBuffer } from './bytes';
import type { Drawing } from './drawing';
import type { Delivery, Order, SentAnswer } from './messages';
import { sendRequest } from './sent-request';
import { receiveStream } from './receive-stream';

/** Room for what is gone as soon as a page is drawn, in megabytes: three times that of --max-semi-space-size, see lib/cli/child.ts. */
const YOUNG_MEGABYTES = 192;

type Receive = (delivery: Delivery) => void;

type Unnumbered<Kind extends Order> = Kind extends Order ? Omit<Kind, 'id'> : never;

/**
 * Lets the site be drawn by a thread of its own: what comes from memory never waits for that, and isn't slowed down by what Next does to
 * the thread that it runs in. Resolves once it can answer; `whenGone` is called where it can't any more.
 */
export async function drawApart(
  folder: string,
  port: number,
  whenGone: (reason: unknown) => void,
): Promise<{ drawing: Drawing; strips: () => Strips }> {
  const thread = new Worker(new URL('./thread.mjs', import.meta.url), {
    workerData: { folder, sitePort: port },
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
  const waiting = new Map<number, Receive>();
  let last = 0;
  let strips: Strips = { stripped: 0, unstripped: 0 };

  thread.on('message', (delivery: Delivery) => {
    if (delivery.kind === 'ready') return;
    if ('strips' in delivery) ({ strips } = delivery);
    waiting.get(delivery.id)?.(delivery);
  });
  thread.on('error', whenGone);
  thread.on('exit', whenGone);
  await once(thread, 'message');

  function order(what: Unnumbered<Order>, receive: Receive): number {
    const id = (last += 1);
    waiting.set(id, receive);
    thread.postMessage({ ...what, id });
    return id;
  }

  /** Of what comes back in one piece. */
  const ask = (what: Unnumbered<Order>): Promise<Delivery> =>
    new Promise((resolve, reject) => {
      const id = order(what, (delivery) => {
        waiting.delete(id);
        if (delivery.kind === 'failed') reject(new Error(delivery.reason));
        else resolve(delivery);
      });
    });

  const drawing: Drawing = {
    draw: async (asked, question) => {
      const delivery = await ask({ kind: 'draw', asked, question });
      if (delivery.kind !== 'drawn') throw strange(delivery);
      return { answer: received(delivery.answer), reads: delivery.reads };
    },
    answer: async (request, question) => {
      const sent = await sendRequest(request);
      const delivery = await ask({ kind: 'answer', request: sent, question });
      if (delivery.kind !== 'answered') throw strange(delivery);
      return received(delivery.answer);
    },
    stream: async (request: IncomingMessage, response: ServerResponse) => {
      const sent = await sendRequest(request);
      await new Promise<void>((done, fail) => {
        const tell = (kind: 'taken' | 'gone') => {
          thread.postMessage({ kind, id });
        };
        const receive = receiveStream({ response, tell, done, fail });
        const id = order({ kind: 'stream', request: sent }, receive);
        response.once('close', () => {
          waiting.delete(id);
          tell('gone');
          done();
        });
      });
    },
  };
  return { drawing, strips: () => strips };
}

const received = ({ body, ...answer }: SentAnswer): Answer => ({ ...answer, body: toBuffer(body) });

const strange = ({ kind }: Delivery) => new Error(`The thread that draws answered with ${kind}.`);
