import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { target, type Target } from './targets';

const write = z.object({ target, version: z.int() });

/** A committed change, which every response to a later request must reflect. */
export type Write = z.infer<typeof write>;

const program = fileURLToPath(new URL('./write.ts', import.meta.url));

/** Starts the process that changes one record after another, and reports each committed change. */
export function startWriter(
  databasePath: string,
  targets: Target[],
  seconds: number,
  note: (write: Write) => void,
) {
  const words = targets.map((it) => JSON.stringify(it));
  const writer = fork(program, [String(seconds), ...words], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATABASE_PATH: databasePath },
  });
  const stop = () => writer.kill();
  process.on('exit', stop);
  const gone = once(writer, 'exit');
  writer.on('message', (message) => {
    note(write.parse(message));
  });
  return {
    end: async () => {
      process.off('exit', stop);
      stop();
      await gone;
    },
  };
}
