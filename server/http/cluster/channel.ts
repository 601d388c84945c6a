import { readMessageToWorker, type MessageToPrimary, type MessageToWorker } from './messages';

/** The message channel between a worker and the primary. */
export interface Channel {
  send: (message: MessageToPrimary) => void;
  listen: (onMessage: (message: MessageToWorker) => void) => void;
}

/** This process's channel; without a primary, messages go nowhere and none arrive. */
export const channel = openChannel();

function openChannel(): Channel {
  const listeners: ((message: MessageToWorker) => void)[] = [];
  const onMessage = (given: unknown) => {
    const message = readMessageToWorker(given);
    for (const listener of listeners) listener(message);
  };
  return {
    send: (message) => {
      if (process.connected) process.send?.(message);
    },
    listen: (listener) => {
      if (listeners.push(listener) === 1) process.on('message', onMessage);
    },
  };
}
