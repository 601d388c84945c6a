import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, inject, vi } from 'vitest';
import { CLI } from '@/server/cli/child';

const folder = mkdtempSync(join(tmpdir(), 'packgrid-import-test-'));
let made = 0;

/** Creates a database, empty or with the shipped catalogue; `useDatabases` deletes it. */
export function makeDatabase(template: 'empty' | 'shipped' = 'empty'): string {
  const path = join(folder, `${(made += 1)}.sqlite`);
  copyFileSync(join(inject('databaseFolder'), `${template}.sqlite`), path);
  return path;
}

/** Creates a folder for files of a test; `useDatabases` deletes it. */
export function makeFolder(): string {
  return mkdtempSync(join(folder, 'files-'));
}

/** Deletes the databases and folders when the test file is done. Call it at the top level of a test file. */
export function useDatabases(): void {
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
}

interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs `npm run cli --` with these arguments on a database. `onStart` gets a function that kills it, as a power cut would. */
export function runCli(
  databasePath: string,
  words: string[],
  onStart?: (kill: () => void) => void,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...CLI, ...words], {
      env: { ...process.env, DATABASE_PATH: databasePath },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', (text: Buffer) => (output.stdout += text.toString()));
    child.stderr.on('data', (text: Buffer) => (output.stderr += text.toString()));
    onStart?.(() => child.kill('SIGKILL'));
    child.once('error', reject);
    child.once('close', (status) => {
      // Long commands report their progress.
      const stderr = output.stderr.replace(/^[\d,]+ of [\d,]+ read\n/gm, '');
      resolve({ status, stdout: output.stdout, stderr });
    });
  });
}

/** Like runCli, but in this process, without starting another. Not for a test that uses the site's database by itself. */
export async function runHere(databasePath: string, words: string[]): Promise<Ended> {
  const { argv, env } = process;
  const output: { stdout: string[]; stderr: string[] } = { stdout: [], stderr: [] };
  const spies = [
    vi.spyOn(console, 'log').mockImplementation((text) => output.stdout.push(`${text}\n`)),
    vi.spyOn(console, 'error').mockImplementation((text) => output.stderr.push(`${text}\n`)),
  ];
  process.argv = [process.execPath, 'cli', ...words];
  process.env = { ...env, DATABASE_PATH: databasePath };
  try {
    // Modules keep settings, statements and the connection.
    vi.resetModules();
    await import('@/server/cli/main');
    const { stdout, stderr } = output;
    return { status: Number(process.exitCode), stdout: stdout.join(''), stderr: stderr.join('') };
  } finally {
    globalThis.packgridDatabase?.$client.close();
    globalThis.packgridDatabase = undefined;
    for (const spy of spies) spy.mockRestore();
    process.exitCode = undefined;
    Object.assign(process, { argv, env });
  }
}

/** Exports a database and returns all documents of its catalogue, one per line. */
export async function exportOf(databasePath: string, run = runCli): Promise<string> {
  const to = makeFolder();
  const { stderr } = await run(databasePath, ['export', '--to', to]);
  if (stderr !== '') throw new Error(stderr);
  return readFileSync(join(to, 'catalogue.ndjson'), 'utf8');
}
