import type { MessageToPrimary } from './messages';

/** A process's message channel to the primary. */
export interface Channel<Message> {
  send: (message: MessageToPrimary) => void;
  listen: (onMessage: (message: Message) => void) => void;
}

/** How often a process shows that it isn't stuck, in milliseconds. */
const ALIVE_EVERY = 1000;

/** Opens this process's channel; without a primary, messages go nowhere and none arrive. */
export function channelTo<Message>(read: (message: unknown) => Message): Channel<Message> {
  const listeners: ((message: Message) => void)[] = [];
  const send = (message: MessageToPrimary) => {
    // The process may exit in between.
    if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
  };
  setInterval(() => {
    send({ kind: 'alive' });
  }, ALIVE_EVERY).unref();
  process.on('message', (given) => {
    const message = read(given);
    for (const listener of listeners) listener(message);
  });
  return {
    send,
    listen: (listener) => {
      listeners.push(listener);
    },
  };
}
