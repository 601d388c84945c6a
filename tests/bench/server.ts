import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '@/lib/root';
import { SITE } from '@/server/cli/child';
import { CommandError } from '@/server/cli/command-error';
import { findFreePort } from '@/tests/tools/free-port';
import { openConnection } from './connection';

const PATIENCE_SECONDS = 90;

/** Maximum time to finish requests in flight, in milliseconds. */
const STOP_PATIENCE = 12_000;

/** A server in a separate process. */
export interface Running {
  port: number;
  processId: number;
  /** Asks it to stop, and returns whether it exited cleanly. */
  end: () => Promise<boolean>;
}

/** Starts a program that serves on a free PORT, and resolves once it responds. */
export async function startServer(
  program: string[],
  environment: Record<string, string>,
): Promise<Running> {
  const port = await findFreePort();
  const server = spawn(process.execPath, program, {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', ...environment, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const stop = () => server.kill();
  process.on('exit', stop);
  const end = async () => {
    process.off('exit', stop);
    return endServer(server);
  };
  try {
    await untilItAnswers(server, port);
  } catch (error) {
    await end();
    throw error;
  }
  return { port, processId: server.pid ?? 0, end };
}

/** Settings of a site on a database, without a rate limit. */
export const siteSettings = (databasePath: string) => ({
  NEXT_TELEMETRY_DISABLED: '1',
  DATABASE_PATH: databasePath,
  SITE_URL: '',
  SITE_TIME_ZONE: '',
  RATE_LIMIT: '0',
});

/**
 * Runs the site on a database, like `npm start`, while `use` sends requests to its port, and always stops it.
 */
export async function withServer<Result>(
  databasePath: string,
  use: (port: number, processId: number) => Promise<Result>,
  settings: Record<string, string> = {},
): Promise<Result> {
  const server = await startServer(SITE, { ...siteSettings(databasePath), ...settings });
  try {
    return await use(server.port, server.processId);
  } finally {
    await server.end();
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

async function endServer(server: ChildProcess): Promise<boolean> {
  if (server.exitCode === null && server.signalCode === null) {
    const ended = once(server, 'exit');
    server.kill();
    const late = sleep(STOP_PATIENCE, true, { ref: false });
    const isSlow = await Promise.race([ended.then(() => false), late]);
    if (isSlow) server.kill('SIGKILL');
    await ended;
  }
  return server.exitCode === 0;
}
