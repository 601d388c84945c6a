import { readMessageToWorker, type MessageToPrimary, type MessageToWorker } from './messages';

/** The message channel between a worker and the primary. */
export interface Line {
  send: (message: MessageToPrimary) => void;
  listen: (hear: (message: MessageToWorker) => void) => void;
}

/** This process's channel; without a primary, messages go nowhere and none arrive. */
export const line = openLine();

function openLine(): Line {
  const hearers: ((message: MessageToWorker) => void)[] = [];
  const hear = (given: unknown) => {
    const message = readMessageToWorker(given);
    for (const it of hearers) it(message);
  };
  return {
    send: (message) => {
      if (process.connected) process.send?.(message);
    },
    listen: (hearer) => {
      if (hearers.push(hearer) === 1) process.on('message', hear);
    },
  };
}
