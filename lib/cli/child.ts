import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');

type Environment = Partial<Record<string, string>>;

/**
 * Runs a JavaScript program in the repository, on this screen, and says how it ended. A signal that asks this process to
 * stop goes to the program, and this process ends with it.
 */
export function runNode(program: string[], environment: Environment = {}): Promise<number> {
  const child = spawn(process.execPath, program, {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
  });

  let isStopping = false;
  const stop = (signal: NodeJS.Signals) => {
    isStopping = true;
    child.kill(signal);
  };
  const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, stop);
  whenNpmEnds(() => {
    stop('SIGTERM');
  });

  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      for (const name of signals) process.off(name, stop);
      const status = code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
      if (isStopping) process.exit(status);
      resolve(status);
    });
  });
}

/** How often to look whether npm is still there, in milliseconds. */
const WATCH = 250;

/** npm runs a script in a shell and, told to stop, ends that shell alone: so when it goes, this process has been told to stop. */
function whenNpmEnds(stop: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    stop();
  }, WATCH);
  watch.unref();
}

/** Next's own command; the environment it wants, and no telemetry. */
export function runNext(
  command: 'build' | 'dev' | 'typegen',
  options: string[] = [],
  environment: Environment = {},
): Promise<number> {
  return runNode([join(ROOT, 'node_modules/next/dist/bin/next'), command, ...options], {
    ...environment,
    NODE_ENV: command === 'dev' ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  });
}

/** Node's arguments for the built site behind lib/front. */
export const FRONT = ['--import', 'tsx', join(ROOT, 'lib/front/main.ts')];

/** The built site, until it is told to stop. */
export function runFront(environment: Environment): Promise<number> {
  return runNode(FRONT, {
    ...environment,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  });
}
