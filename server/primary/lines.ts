import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** Calls `onLine` with each line that arrives on a connection, until it closes, by whatever error. */
export function readLines(connection: Socket, onLine: (line: string) => void): void {
  connection.on('error', () => undefined);
  createInterface(connection)
    .on('line', onLine)
    // It repeats the errors of its connection.
    .on('error', () => undefined);
}
