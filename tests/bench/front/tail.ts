import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { CommandError } from '@/server/cli/command-error';
import { HOST } from './answer';
import type { Side } from './measure-sides';
import type { SideOptions } from './options';
import type { Servers } from './servers';

const run = promisify(execFile);

/** In milliseconds. */
const units: Record<string, number> = { us: 0.001, ms: 1, s: 1000 };

/**
 * The p99 of cache hits for each page in milliseconds, measured by wrk, which takes a tenth of autocannon's processor time: requests that
 * wait in the generator look as if they waited for the server. Empty if wrk isn't installed.
 */
export async function measureTails(
  sides: Side[],
  servers: Servers,
  { connections, seconds }: SideOptions,
): Promise<Map<string, number>> {
  const tails = new Map<string, number>();
  for (const { page, server } of sides) {
    if (server !== 'hit') continue;
    const address = `http://127.0.0.1:${servers.hit.port}${page.paths[0] ?? ''}`;
    const output = await runWrk([`-c${connections}`, `-d${seconds}s`, address]);
    if (output !== undefined) tails.set(page.name, tailIn(output));
  }
  return tails;
}

async function runWrk(words: string[]): Promise<string | undefined> {
  const headers = ['-H', 'Accept-Encoding: gzip', '-H', `Host: ${HOST}`];
  try {
    const { stdout } = await run('wrk', ['-t1', '--latency', ...headers, ...words]);
    return stdout;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function tailIn(output: string): number {
  const [, number, unit = ''] = /^ *99%\s+([\d.]+)(us|ms|s)$/m.exec(output) ?? [];
  const factor = units[unit];
  if (factor === undefined || /Non-2xx|Socket errors/.test(output)) {
    throw new CommandError(`wrk has failed: ${output}`);
  }
  return Number(number) * factor;
}
