import type { Channel } from '@/server/primary/channel';
import type { MessageToWorker, SiteFigures } from '@/server/primary/messages';

/** In milliseconds: longer than the primary waits for a worker. */
const PATIENCE = 1500;

/** Requests the figures of all processes; undefined if there is no primary or it doesn't respond. */
export type AskPrimary = () => Promise<SiteFigures | undefined>;

export function askPrimary(channel: Channel<MessageToWorker>): AskPrimary {
  let waiting: ((figures: SiteFigures) => void)[] = [];
  channel.listen((message) => {
    if (message.kind !== 'site') return;
    const answered = waiting;
    waiting = [];
    for (const answer of answered) answer(message.figures);
  });

  return () =>
    new Promise((resolve) => {
      const timer = setTimeout(() => {
        waiting = waiting.filter((it) => it !== answer);
        resolve(undefined);
      }, PATIENCE);
      const answer = (figures: SiteFigures) => {
        clearTimeout(timer);
        resolve(figures);
      };
      waiting.push(answer);
      channel.send({ kind: 'ask' });
    });
}
