import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Strips } from '@/server/http/answer/strip-answer';
import type { Delivery, Order, Task } from './messages';
import { watchThread } from './watch-thread';

/**
 * Room for what is short-lived, in megabytes. Drawing a page leaves much of that; with less room, collecting it takes half as much time
 * again. It is three times what Node's --max-semi-space-size says for a whole process.
 */
export const YOUNG_MEGABYTES = 192;

type Reply = Exclude<Delivery, { kind: 'alive' }>;
type Receive = (reply: Reply) => void;
type WithoutId<Kind extends Task> = Kind extends Task ? Omit<Kind, 'id'> : never;

/** The thread that draws: what it is told, and what comes back for that. */
export interface DrawingThread {
  /** Orders something; `receive` gets all that comes back for it, until `forget` is called. */
  order: (what: WithoutId<Task>, receive: Receive) => { id: number; forget: () => void };
  send: (order: Order) => void;
  /** What the stripper has done so far. */
  strips: () => Strips;
}

/** Starts it. Resolves once it can answer; `whenGone` is called where it can't any more. */
export async function startThread(
  folder: string,
  port: number,
  whenGone: (reason: unknown) => void,
): Promise<DrawingThread> {
  const thread = new Worker(join(folder, '.server', 'origin.js'), {
    workerData: { folder, sitePort: port },
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
  const waiting = new Map<number, Receive>();
  let last = 0;
  let strips: Strips = { stripped: 0, unstripped: 0, unstrippedRoute: null };

  const send = (order: Order) => {
    thread.postMessage(order);
  };
  const noteLife = watchThread(() => {
    send({ kind: 'live' });
  }, whenGone);
  thread.on('message', (delivery: Delivery) => {
    if (delivery.kind === 'alive') {
      noteLife();
      return;
    }
    if ('strips' in delivery) ({ strips } = delivery);
    waiting.get(delivery.id)?.(delivery);
  });
  thread.on('error', whenGone);
  thread.on('exit', whenGone);
  await once(thread, 'message');

  return {
    order: (what, receive) => {
      const id = (last += 1);
      waiting.set(id, receive);
      send({ ...what, id });
      return { id, forget: () => waiting.delete(id) };
    },
    send,
    strips: () => strips,
  };
}
