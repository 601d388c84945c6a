import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { ROOT } from '@/lib/root';
import { CLI } from './child';

/** Runs a CLI command in a separate low-priority process that ends with this one. Returns whether it succeeded. */
export function runAside(
  command: string,
  environment: Partial<Record<string, string>>,
): Promise<boolean> {
  const child = spawn(process.execPath, [...CLI, command], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (child.pid !== undefined) lowerPriority(child.pid);
  const stop = () => child.kill();
  process.once('exit', stop);
  return new Promise((resolve) => {
    const end = (isDone: boolean) => {
      process.off('exit', stop);
      resolve(isDone);
    };
    child.once('error', () => {
      end(false);
    });
    child.once('close', (status) => {
      end(status === 0);
    });
  });
}

/** Lowers the priority of a process. It may have ended already, and some systems don't allow it. */
function lowerPriority(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It keeps its normal priority.
  }
}
