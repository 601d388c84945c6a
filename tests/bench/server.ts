import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { FRONT, ROOT } from '@/lib/cli/child';
import { CommandError } from '@/lib/cli/command-error';
import { findFreePort } from '@/tests/tools/free-port';
import { openConnection } from './connection';

const PATIENCE_SECONDS = 30;

/**
 * Runs the site, as `npm start` does, on a database while `use` asks it at a port, and then stops it, whatever has happened. Of
 * one client it takes any number of requests, unless the settings say otherwise.
 */
export async function withServer<Result>(
  databasePath: string,
  use: (port: number, processId: number) => Promise<Result>,
  settings: Record<string, string> = {},
): Promise<Result> {
  const port = await findFreePort();
  const server = spawn(process.execPath, FRONT, {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      PORT: String(port),
      DATABASE_PATH: databasePath,
      SITE_URL: '',
      SITE_TIME_ZONE: '',
      RATE_LIMIT: '0',
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const stop = () => server.kill();
  process.on('exit', stop);
  try {
    await untilItAnswers(server, port);
    return await use(port, server.pid ?? 0);
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
  throw new CommandError('The site did not come up.');
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
