import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { CommandError } from '@/server/cli/command-error';
import { mixedReport, type MixedOrder, type MixedReport } from './messages';

const program = fileURLToPath(new URL('./read.ts', import.meta.url));

/** Runs the clients of the mixed run in a separate process. */
export async function readMixed(order: MixedOrder): Promise<MixedReport> {
  const readers = fork(program, { execArgv: ['--import', 'tsx'] });
  const stop = () => readers.kill();
  process.on('exit', stop);
  const gone = once(readers, 'exit');
  readers.send(order);
  // An exit code is a number, not a report.
  const messages: unknown[] = await Promise.race([once(readers, 'message'), gone]);
  await gone;
  process.off('exit', stop);
  const report = mixedReport.safeParse(messages[0]);
  if (report.success) return report.data;
  throw new CommandError('The readers of the mixed run have failed.');
}
