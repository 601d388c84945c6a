import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { CommandError } from '@/server/cli/command-error';

/** What the generator is told to do. */
export const loadOrder = z.object({
  port: z.int(),
  paths: z.array(z.string()),
  connections: z.int(),
  /** How long to ask, or how often: one of the two. */
  seconds: z.number().optional(),
  amount: z.int().optional(),
  /** Each connection names a host of its own, so that no two requests can share the drawing of a page. */
  isApart: z.boolean(),
});

/** On the way between processes NaN, which it is where nothing was answered, becomes null. */
const answerTime = z.number().catch(Number.NaN);

/** What it tells of a round. */
const loadReport = z.object({
  requests: z.int(),
  seconds: z.number(),
  /** Of the time that an answer takes, in milliseconds. */
  p50: answerTime,
  p99: answerTime,
  /** Answers with another status than 200, and requests without one. */
  failures: z.int(),
  /** The share of one core that the generator took; near 1 it, and not the server, is the limit. */
  busy: z.number(),
});

export type LoadOrder = z.infer<typeof loadOrder>;
export type LoadReport = z.infer<typeof loadReport>;
export type Load = ReturnType<typeof startLoad>;

const program = fileURLToPath(new URL('./generate-load.ts', import.meta.url));

/** Starts the generator of load in a process of its own, which stays for all rounds, so that its code is warm in each. */
export function startLoad() {
  const generator = fork(program, { execArgv: ['--import', 'tsx'] });
  const stop = () => generator.kill();
  process.on('exit', stop);
  const gone = once(generator, 'exit');

  const run = async (order: LoadOrder): Promise<LoadReport> => {
    generator.send(order);
    const answered = once(generator, 'message');
    // What comes of an exit is a number, which is no report.
    const told: unknown[] = await Promise.race([answered, gone]);
    const report = loadReport.safeParse(told[0]);
    if (report.success) return report.data;
    throw new CommandError(`The generator of load has failed: ${report.error.message}`);
  };
  const end = () => {
    process.off('exit', stop);
    stop();
  };
  return { run, end };
}
