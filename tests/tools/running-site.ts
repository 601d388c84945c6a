import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { ROOT } from '@/lib/root';
import { SITE } from '@/server/cli/child';
import { findFreePort } from './free-port';

export interface RunningSite {
  port: number;
  processId: number;
  databasePath: string;
  output: { out: string; err: string };
  signal: (name: NodeJS.Signals) => void;
  /** The exit status; undefined if a signal ended it. */
  ended: Promise<number | undefined>;
}

export interface Start {
  settings?: Record<string, string>;
  /** A shell command to run before the site replaces the shell, such as `ulimit -n 200`. */
  before?: string;
}

/** How long a site may take to start, in milliseconds. */
const PATIENCE = 90_000;

/** Runs the built site with the shipped catalogue in its own database while `use` works with it, and always cleans up. */
export async function withSite(
  { settings = {}, before = 'true' }: Start,
  use: (site: RunningSite) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'packgrid-site-'));
  const databasePath = join(folder, 'packgrid.sqlite');
  await copyDatabase(databasePath);
  const port = await findFreePort();
  const environment = { PORT: String(port), DATABASE_PATH: databasePath, ...settings };
  const site = begin(before, environment);
  try {
    await untilServing(site);
    await use({ ...site, port, databasePath });
  } finally {
    site.signal('SIGTERM');
    await site.ended;
    rmSync(folder, { recursive: true });
  }
}

/** Copies the database of the browser tests' site, even while it is being read or written. */
async function copyDatabase(to: string): Promise<void> {
  const folder = process.env['PACKGRID_TEST_FOLDER'] ?? '';
  const database = new Sqlite(join(folder, 'packgrid.sqlite'), { readonly: true });
  await database.backup(to);
  database.close();
}

/** Starts the site without waiting for it to be ready. */
export function begin(before: string, settings: Record<string, string>) {
  const child = spawn('sh', ['-c', `${before}; exec "$0" "$@"`, process.execPath, ...SITE], {
    cwd: ROOT,
    env: {
      ...process.env,
      ...{ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      ...{ SITE_URL: '', SITE_TIME_ZONE: '', WORKERS: '2', ...settings },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { out: '', err: '' };
  child.stdout.on('data', (text: Buffer) => (output.out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (output.err += text.toString()));
  const ended = once(child, 'close').then(() => child.exitCode ?? undefined);
  return {
    processId: child.pid ?? 0,
    output,
    ended,
    signal: (name: NodeJS.Signals) => {
      child.kill(name);
    },
  };
}

async function untilServing({ output, ended }: ReturnType<typeof begin>): Promise<void> {
  const deadline = performance.now() + PATIENCE;
  const isOver = ended.then(() => true);
  while (!output.out.includes('Packgrid is running')) {
    const isEnded = await Promise.race([isOver, sleep(50, false)]);
    if (isEnded || performance.now() > deadline) throw new Error(`No site: ${output.err}`);
  }
}
