import { readFileSync } from 'node:fs';

/** Where the system doesn't say, what most of them allow at least. */
const USUAL = 1024;

/** More connections than these take more memory than a machine has to spare. */
const MOST = 10_000;

/** Files that a process has open besides: the database by both threads, its own code, the log, the line to the primary. */
const RESERVE = 80;

/** How many connections a process may have at once, by how many files it may have open. */
export function mostConnections(limits = readLimits()): number {
  const soft = /^Max open files\s+(\d+|unlimited)/m.exec(limits)?.[1] ?? USUAL;
  const files = soft === 'unlimited' ? Infinity : Number(soft);
  // Every other connection may have a file sent to it.
  return Math.max(1, Math.min(MOST, Math.floor(((files - RESERVE) * 2) / 3)));
}

/** Empty where there is no /proc, as on macOS. */
function readLimits(): string {
  try {
    return readFileSync('/proc/self/limits', 'utf8');
  } catch {
    return '';
  }
}
