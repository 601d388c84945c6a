import { readFileSync } from 'node:fs';

/** The usual minimum, for systems that don't report their limit. */
const USUAL = 1024;

/** More connections would take more memory than a machine has to spare. */
const MOST = 10_000;

/** Files that a process keeps open anyway: the database in both threads, its code, the log, the channel to the primary. */
const RESERVE = 80;

/** Maximum number of connections of a process, based on how many files it may have open. */
export function mostConnections(limits = readLimits()): number {
  const soft = /^Max open files\s+(\d+|unlimited)/m.exec(limits)?.[1] ?? USUAL;
  const files = soft === 'unlimited' ? Infinity : Number(soft);
  // Every other connection may have a file sent to it.
  return Math.max(1, Math.min(MOST, Math.floor(((files - RESERVE) * 2) / 3)));
}

/** Returns an empty string if there is no /proc, as on macOS. */
function readLimits(): string {
  try {
    return readFileSync('/proc/self/limits', 'utf8');
  } catch {
    return '';
  }
}
