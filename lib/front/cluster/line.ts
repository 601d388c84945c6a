import { readMessageToWorker, type MessageToPrimary, type MessageToWorker } from './messages';

/** What a worker says to the primary, and hears from it. */
export interface Line {
  send: (message: MessageToPrimary) => void;
  listen: (hear: (message: MessageToWorker) => void) => void;
}

/** The line of this process; where it has no primary nobody hears it, and nobody speaks. */
export const line: Line = {
  send: (message) => {
    if (process.connected) process.send?.(message);
  },
  listen: (hear) => {
    process.on('message', (message) => {
      hear(readMessageToWorker(message));
    });
  },
};
