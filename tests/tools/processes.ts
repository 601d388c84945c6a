import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

interface Running {
  id: number;
  parent: number;
  kilobytes: number;
}

/** Lists a process and its descendants. */
export function listFamily(processId: number): Running[] {
  const all = existsSync('/proc/self/status') ? listByProc() : listByPs();
  const family = new Set([processId]);
  // A child may have a lower PID than its parent after PIDs have wrapped around.
  for (let size = 0; size < family.size;) {
    size = family.size;
    for (const { id, parent } of all) if (family.has(parent)) family.add(id);
  }
  return all.filter(({ id }) => family.has(id));
}

/** Resident memory of a process and its descendants, in bytes. */
export function residentBytes(processId: number): number {
  return listFamily(processId).reduce((sum, { kilobytes }) => sum + kilobytes, 0) * 1024;
}

/** Linux reports process times in hundredths of a second, whatever the kernel's tick rate. */
const MILLISECONDS_PER_TICK = 10;

/** CPU time of a process and its descendants, in milliseconds; NaN if there is no /proc, as on macOS. */
export function processorMilliseconds(processId: number): number {
  if (!existsSync('/proc/self/stat')) return Number.NaN;
  return listFamily(processId).reduce((sum, { id }) => sum + millisecondsOf(id), 0);
}

function millisecondsOf(id: number): number {
  // The name, in brackets, may contain anything; 11 fields after it come user and system time.
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

/** Returns an empty string if the process has just ended. */
function readOf(id: number, file: 'stat' | 'status'): string {
  try {
    return readFileSync(`/proc/${id}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** For systems without /proc. */
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
