import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { CommandError } from '@/server/cli/command-error';

/** A message to the load generator. */
export const loadOrder = z.object({
  port: z.int(),
  paths: z.array(z.string()),
  connections: z.int(),
  /** Duration or number of requests. */
  seconds: z.number().optional(),
  amount: z.int().optional(),
  /** Each connection uses a different Host, so that no two requests share a render. */
  isApart: z.boolean(),
});

/** NaN, the value without responses, becomes null in messages between processes. */
const answerTime = z.number().catch(Number.NaN);

/** The report on a round. */
const loadReport = z.object({
  requests: z.int(),
  seconds: z.number(),
  /** Response times in milliseconds. */
  p50: answerTime,
  p99: answerTime,
  /** Responses with another status than 200, and requests without a response. */
  failures: z.int(),
  /** Share of one core used by the generator; near 1, it limits the result, not the server. */
  busy: z.number(),
});

export type LoadOrder = z.infer<typeof loadOrder>;
export type LoadReport = z.infer<typeof loadReport>;
export type Load = ReturnType<typeof startLoad>;

const program = fileURLToPath(new URL('./generate-load.ts', import.meta.url));

/** Starts the load generator in a process that is used for all rounds, so its code is always warm. */
export function startLoad() {
  const generator = fork(program, { execArgv: ['--import', 'tsx'] });
  const stop = () => generator.kill();
  process.on('exit', stop);
  const gone = once(generator, 'exit');

  const run = async (order: LoadOrder): Promise<LoadReport> => {
    generator.send(order);
    const answered = once(generator, 'message');
    // An exit code is a number, not a report.
    const messages: unknown[] = await Promise.race([answered, gone]);
    const report = loadReport.safeParse(messages[0]);
    if (report.success) return report.data;
    throw new CommandError(`The generator of load has failed: ${report.error.message}`);
  };
  const end = () => {
    process.off('exit', stop);
    stop();
  };
  return { run, end };
}
