import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

interface Running {
  id: number;
  parent: number;
  kilobytes: number;
}

/** A process and those that it has started, and they in turn. */
export function listFamily(processId: number): Running[] {
  const all = existsSync('/proc/self/status') ? listByProc() : listByPs();
  const family = new Set([processId]);
  // A child may have a lower number than its parent, when numbers have begun anew.
  for (let size = 0; size < family.size;) {
    size = family.size;
    for (const { id, parent } of all) if (family.has(parent)) family.add(id);
  }
  return all.filter(({ id }) => family.has(id));
}

/** Resident memory of a process and of those that it has started, in bytes. */
export function residentBytes(processId: number): number {
  return listFamily(processId).reduce((sum, { kilobytes }) => sum + kilobytes, 0) * 1024;
}

/** Linux counts the time of a process in hundredths of a second, whatever its kernel does. */
const MILLISECONDS_PER_TICK = 10;

/** The time of a core that a process and those that it has started have taken; NaN where there is no /proc, as on macOS. */
export function processorMilliseconds(processId: number): number {
  if (!existsSync('/proc/self/stat')) return Number.NaN;
  return listFamily(processId).reduce((sum, { id }) => sum + millisecondsOf(id), 0);
}

function millisecondsOf(id: number): number {
  // The name, in brackets, may hold anything; behind it come 11 fields, and then what it took for itself and in the kernel.
  const fields = readOf(id, 'stat')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * MILLISECONDS_PER_TICK;
}

function listByProc(): Running[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.map((name) => {
    const id = Number(name);
    const status = readOf(id, 'status');
    const figure = (field: string) =>
      Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    return { id, parent: figure('PPid'), kilobytes: figure('VmRSS') };
  });
}

/** Empty where the process has just ended. */
function readOf(id: number, file: 'stat' | 'status'): string {
  try {
    return readFileSync(`/proc/${id}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** Where there is no /proc. */
function listByPs(): Running[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' });
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [id = 0, parent = 0, kilobytes = 0] = line.trim().split(/\s+/).map(Number);
      return { id, parent, kilobytes };
    });
}
