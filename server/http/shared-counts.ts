import type { Counts, MessageToWorker } from '@/server/primary/messages';
import type { Channel } from '@/server/primary/channel';

/** How often processes exchange their counts, in milliseconds. */
const EVERY = 100;

/** Counts the requests of clients to this process and to the others. */
export interface SharedCounts {
  add: (client: string) => void;
  /** Called with what the other processes have counted since their last message. */
  listen: (onCounts: (counts: Counts) => void) => void;
}

/**
 * Counts for the rate limit of that name. Other processes' counts arrive up to 200 milliseconds late, so a client may exceed its limit by
 * as many requests as all processes handle in that time. A restarted process has lost the counts of the current minute.
 */
export function sharedCounts(channel: Channel<MessageToWorker>, limit: string): SharedCounts {
  let counts = new Map<string, number>();
  setInterval(() => {
    if (counts.size === 0) return;
    channel.send({ kind: 'counted', limit, counts: [...counts] });
    counts = new Map();
  }, EVERY).unref();

  return {
    add: (client) => {
      counts.set(client, (counts.get(client) ?? 0) + 1);
    },
    listen: (onCounts) => {
      channel.listen((message) => {
        if (message.kind === 'counted' && message.limit === limit) onCounts(message.counts);
      });
    },
  };
}
