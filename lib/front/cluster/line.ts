import { readMessageToWorker, type MessageToPrimary, type MessageToWorker } from './messages';

/** What a worker says to the primary, and hears from it. */
export interface Line {
  send: (message: MessageToPrimary) => void;
  listen: (hear: (message: MessageToWorker) => void) => void;
}

/** The line of this process; where it has no primary nobody hears it, and nobody speaks. */
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
