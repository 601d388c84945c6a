import type { Channel } from '../cluster/channel';
import type { MessageToWorker } from '../cluster/messages';
import { TooManyWaiting } from '../turns';
import type { Given, GivenAnswer, Wanted } from './messages';
import { ownerOf } from './owner';

/** Gives another worker what it wants; undefined where that one has to draw it for itself. Rejects as `take` of turns does. */
type Give = (wanted: Wanted) => Promise<GivenAnswer | undefined>;

/** The other workers of the site. Each draws a part of it for all of them. */
export interface Peers {
  /** The worker that draws what has a key; undefined where that is this one. */
  ownerOf: (key: string) => number | undefined;
  /** What a worker has or draws; undefined where it gives nothing. Rejects with TooManyWaiting. */
  ask: (worker: number, wanted: Wanted) => Promise<GivenAnswer | undefined>;
  /** Has the others given what they ask this worker for. */
  serve: (give: Give) => void;
}

/** A worker that has not answered by then is too busy, or hangs, in milliseconds: who asked is quicker alone. */
const PATIENCE = 10_000;

interface Waiting {
  worker: number;
  take: (given: Given) => void;
}

/** `self` is the number of this worker. A worker that hears of no others draws everything. */
export function openPeers(channel: Channel, self: number): Peers {
  let workers: number[] = [];
  let give: Give = () => Promise.resolve(undefined);
  let last = 0;
  const waiting = new Map<number, Waiting>();

  function onMessage(message: MessageToWorker): void {
    if (message.kind === 'wanted') void answer(message);
    else if (message.kind === 'given') waiting.get(message.id)?.take(message.given);
    else if (message.kind === 'workers') {
      workers = message.ids;
      for (const { worker, take } of waiting.values()) if (!workers.includes(worker)) take('none');
    }
  }

  async function answer({ from: to, id, wanted }: Extract<MessageToWorker, { kind: 'wanted' }>) {
    const given = await give(wanted).catch((error: unknown) =>
      // The fault itself shows where it is drawn again, for the client.
      error instanceof TooManyWaiting ? 'busy' : 'none',
    );
    channel.send({ kind: 'given', to, id, given: given ?? 'none' });
  }

  function ask(worker: number, wanted: Wanted): Promise<GivenAnswer | undefined> {
    const id = (last += 1);
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        take('none');
      }, PATIENCE);
      const take = (given: Given) => {
        clearTimeout(late);
        waiting.delete(id);
        if (given === 'busy') reject(new TooManyWaiting());
        else resolve(given === 'none' ? undefined : given);
      };
      waiting.set(id, { worker, take });
      channel.send({ kind: 'wanted', to: worker, from: self, id, wanted });
    });
  }

  channel.listen(onMessage);
  return {
    ownerOf: (key) => {
      const owner = ownerOf(key, workers);
      return owner === self ? undefined : owner;
    },
    ask,
    serve: (handler) => {
      give = handler;
    },
  };
}
