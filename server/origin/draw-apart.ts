import type { ServerResponse } from 'node:http';
import type { Answer } from '@/server/http/answer/answer';
import { toBuffer } from '@/server/http/bytes';
import type { Drawing } from './drawing';
import type { Delivery, SentAnswer } from './messages';
import { receiveStream } from './receive-stream';
import { sendRequest, type SentRequest } from './sent-request';
import type { DrawingThread } from './start-thread';

/**
 * Lets the site be drawn by a thread of its own: what comes from memory never waits for that, and isn't slowed down by what Next does to
 * the thread that it runs in.
 */
export function drawApart(thread: DrawingThread): Drawing {
  /** Of what comes back in one piece. */
  const ask = (what: Parameters<DrawingThread['order']>[0]): Promise<Delivery> =>
    new Promise((resolve, reject) => {
      const { forget } = thread.order(what, (delivery) => {
        forget();
        if (delivery.kind === 'failed') reject(new Error(delivery.reason));
        else resolve(delivery);
      });
    });

  const stream = (request: SentRequest, response: ServerResponse): Promise<void> =>
    new Promise((done, fail) => {
      const tell = () => {
        thread.send({ kind: 'taken', id });
      };
      const receive = receiveStream({ response, tell, done, fail });
      const { id, forget } = thread.order({ kind: 'stream', request }, (delivery) => {
        // What may come behind that is Next's own word of it.
        if (delivery.kind === 'failed') forget();
        receive(delivery);
      });
      response.once('close', () => {
        forget();
        thread.send({ kind: 'gone', id });
        done();
      });
    });

  return {
    draw: async (asked, context) => {
      const delivery = await ask({ kind: 'draw', asked, context });
      if (delivery.kind !== 'drawn') throw strange(delivery);
      return { answer: received(delivery.answer), reads: delivery.reads };
    },
    answer: async (request, context) => {
      const delivery = await ask({ kind: 'answer', request, context });
      if (delivery.kind !== 'answered') throw strange(delivery);
      return received(delivery.answer);
    },
    stream: async (request, response) => {
      const sent = await sendRequest(request, 'stream');
      if (!response.destroyed) await stream(sent, response);
    },
  };
}

const received = ({ body, ...answer }: SentAnswer): Answer => ({ ...answer, body: toBuffer(body) });

const strange = ({ kind }: Delivery) => new Error(`The thread that draws answered with ${kind}.`);
