import { connect, type Socket } from 'node:net';
import { z } from 'zod';
import { readLines } from '../primary/lines';
import { numberOf } from './origins';
import { validatorSocketOf } from '../primary/sockets';

/** Resolves to whether the response with this tag is still up to date; false if that is unknown. */
export type Validate = (key: string, tag: string) => Promise<boolean>;

const reply = z.object({ id: z.number(), isValid: z.boolean() });

/** A response that takes longer than this to validate is rendered again, in milliseconds. */
const PATIENCE = 5000;

/** Asks the validators of the origins, over one connection to each, since HTTP would take longer than the validation of a page. */
export function openValidators(folder: string, count: number): Validate {
  const all = Array.from({ length: count }, (_, origin) =>
    openValidator(validatorSocketOf(folder, origin)),
  );
  return (key, tag) => all[numberOf(key) % count]?.(key, tag) ?? Promise.resolve(false);
}

function openValidator(path: string): Validate {
  const waiting = new Map<number, (isValid: boolean) => void>();
  let last = 0;
  let connection: Socket | undefined;

  /** Reconnects after the origin has been replaced. */
  function open(): Socket {
    const opened = connect(path);
    opened.once('close', () => {
      connection = undefined;
      for (const settle of waiting.values()) settle(false);
    });
    readLines(opened, (line) => {
      const { id, isValid } = reply.parse(JSON.parse(line));
      waiting.get(id)?.(isValid);
    });
    return opened;
  }

  return (key, tag) => {
    const id = (last += 1);
    connection ??= open();
    connection.write(`${JSON.stringify({ id, key, tag })}\n`);
    return new Promise((resolve) => {
      const settle = (isValid: boolean) => {
        clearTimeout(late);
        waiting.delete(id);
        resolve(isValid);
      };
      const late = setTimeout(settle, PATIENCE, false);
      waiting.set(id, settle);
    });
  };
}
