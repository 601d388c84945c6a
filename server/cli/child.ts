import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '@/lib/root';

type Environment = Partial<Record<string, string>>;

/**
 * Runs a JavaScript program in the repository with inherited output, and resolves to its exit status. Signals that ask this process to stop
 * are forwarded to the program, and this process exits with it.
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

/** How often to check whether npm is still running, in milliseconds. */
const WATCH = 250;

/** npm runs scripts in a shell and, when told to stop, ends only that shell; so if the shell is gone, this process should stop. */
export function whenNpmEnds(stop: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    stop();
  }, WATCH);
  watch.unref();
}

/** Runs the Next CLI with the NODE_ENV it expects and telemetry disabled. */
export function runNext(
  command: 'build' | 'dev',
  options: string[] = [],
  environment: Environment = {},
): Promise<number> {
  return runNode([join(ROOT, 'node_modules/next/dist/bin/next'), command, ...options], {
    ...environment,
    NODE_ENV: command === 'dev' ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  });
}

/** Node's arguments for a program that server/bundle.mjs bundles. */
const bundled = (name: string) => [join(ROOT, '.server', `${name}.js`)];

/** What `npm run cli` runs. */
export const CLI = bundled('cli');

/** The site without the preparations of `npm start`. */
export const SITE = bundled('site');
