import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { CommandError } from '@/server/cli/command-error';
import { ROOT } from '@/lib/root';

/** Chromium without a user interface: a page takes half the processor time. */
const SHELL = 'chromium-headless-shell';

const NAMES = [SHELL, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The path of a Chromium: CHROMIUM_PATH, else the system's, of which the headless shell is fastest, else Playwright's own. Throws
 * CommandError for a bad CHROMIUM_PATH.
 */
export function findChromium(): string | undefined {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen !== undefined && chosen !== '') {
    if (isProgram(chosen)) return chosen;
    throw new CommandError(`CHROMIUM_PATH must be a program; it is ${JSON.stringify(chosen)}.`);
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, chromium.executablePath()].find(isProgram);
}

/**
 * Like findChromium, but installs the headless shell where it can, and Chromium if there is none. Throws CommandError if that fails
 * too.
 */
export function ensureChromium(): string {
  const isChosen = (process.env['CHROMIUM_PATH'] ?? '') !== '';
  if (!isChosen && !findChromium()?.endsWith(SHELL)) installFromDebian();
  const found = findChromium() ?? (installFromPlaywright(), findChromium());
  if (found !== undefined) return found;
  throw new CommandError(
    `The browser tests need Chromium. Install it (on Debian: apt-get install ${SHELL}) or set CHROMIUM_PATH.`,
  );
}

function installFromDebian(): void {
  if (process.getuid?.() !== 0) return;
  const packages = ['install', '-y', '--no-install-recommends', SHELL];
  if (succeeds('apt-get', ['update'])) succeeds('apt-get', packages);
}

function installFromPlaywright(): void {
  const cli = join(ROOT, 'node_modules/@playwright/test/cli.js');
  succeeds(process.execPath, [cli, 'install', 'chromium']);
}

function succeeds(command: string, options: string[]): boolean {
  console.log(`Installing Chromium: ${[command, ...options].join(' ')}`);
  const { status } = spawnSync(command, options, {
    stdio: ['ignore', 'inherit', 'inherit'],
    // If no mirror responds, the tests use what is installed.
    timeout: 300_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
