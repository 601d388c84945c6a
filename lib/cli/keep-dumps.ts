import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { versionOfDatabase } from '@/db/changed';
import { ROOT } from './child';

/** How soon after a start the dumps are looked at, and how often from then on, in milliseconds: an edit is in them within a minute. */
const FIRST = 3000;
const EVERY = 60_000;

/** Keeps the dumps at what the catalogue is, in a process of its own that gives way to the one that serves. */
export function keepDumps(environment: Partial<Record<string, string>>): void {
  let seen: number | undefined;
  let isBusy = false;
  const look = () => {
    const version = versionOfDatabase();
    if (isBusy || version === seen) return;
    [seen, isBusy] = [version, true];
    void writeAside(environment).then((isWritten) => {
      isBusy = false;
      // Else the next look tries again.
      if (!isWritten) seen = undefined;
    });
  };
  setTimeout(look, FIRST).unref();
  setInterval(look, EVERY).unref();
}

function writeAside(environment: Partial<Record<string, string>>): Promise<boolean> {
  const program = ['--import', 'tsx', join(ROOT, 'lib/cli/main.ts'), 'dump'];
  const child = spawn(process.execPath, program, {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (child.pid !== undefined) giveWay(child.pid);
  const stop = () => child.kill();
  process.once('exit', stop);
  return new Promise((resolve) => {
    const end = (isWritten: boolean) => {
      process.off('exit', stop);
      resolve(isWritten);
    };
    child.once('error', () => {
      end(false);
    });
    child.once('close', (status) => {
      end(status === 0);
    });
  });
}

/** It may have ended already, and some systems let no one change it. */
function giveWay(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // Then it runs as any other.
  }
}
