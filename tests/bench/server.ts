import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '@/lib/cli/child';
import { CommandError } from '@/lib/cli/command-error';
import { findFreePort } from '@/tests/tools/free-port';
import { HOST, openConnection } from './connection';

const PATIENCE_SECONDS = 30;
const NEXT = join(ROOT, 'node_modules/next/dist/bin/next');

/** Runs `next start` on a database while `use` asks it at a port, and then stops it, whatever has happened. */
export async function withServer<Result>(
  databasePath: string,
  use: (port: number) => Promise<Result>,
): Promise<Result> {
  const port = await findFreePort();
  const options = ['start', '--hostname', HOST, '--port', String(port)];
  const server = spawn(process.execPath, [NEXT, ...options], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      DATABASE_PATH: databasePath,
      SITE_URL: '',
      SITE_TIME_ZONE: '',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const stop = () => server.kill();
  process.on('exit', stop);
  try {
    await untilItAnswers(server, port);
    return await use(port);
  } finally {
    process.off('exit', stop);
    await end(server);
  }
}

async function untilItAnswers(server: ChildProcess, port: number): Promise<void> {
  const connection = openConnection(port);
  const deadline = performance.now() + PATIENCE_SECONDS * 1000;
  while (server.exitCode === null && performance.now() < deadline) {
    const answer = await connection.ask('/about/').catch(() => undefined);
    if (answer) {
      connection.close();
      return;
    }
    await sleep(100);
  }
  throw new CommandError('`next start` did not come up.');
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill();
  const isSlow = await Promise.race([ended.then(() => false), sleep(5000, true, { ref: false })]);
  if (isSlow) {
    server.kill('SIGKILL');
    await ended;
  }
}
