import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

interface Running {
  id: number;
  parent: number;
  kilobytes: number;
}

/** Resident memory of a process and of those that it has started, in bytes. */
export function residentBytes(processId: number): number {
  const all = existsSync('/proc/self/status') ? listByProc() : listByPs();
  const family = new Set([processId]);
  // A child may have a lower number than its parent, when numbers have begun anew.
  for (let size = 0; size < family.size;) {
    size = family.size;
    for (const { id, parent } of all) if (family.has(parent)) family.add(id);
  }
  const own = all.filter(({ id }) => family.has(id));
  return own.reduce((sum, { kilobytes }) => sum + kilobytes, 0) * 1024;
}

function listByProc(): Running[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.map((id) => {
    const status = readStatus(id);
    const figure = (name: string) =>
      Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    return { id: Number(id), parent: figure('PPid'), kilobytes: figure('VmRSS') };
  });
}

/** Empty where the process has just ended. */
function readStatus(id: string): string {
  try {
    return readFileSync(`/proc/${id}/status`, 'utf8');
  } catch {
    return '';
  }
}

/** Where there is no /proc, as on macOS. */
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
