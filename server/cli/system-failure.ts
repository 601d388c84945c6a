import { settings } from '@/lib/settings';

/** Messages by SQLite error code; extended codes add a suffix after a `_`. */
const ofDatabase: { code: string; problem: (database: string) => string; advice?: string }[] = [
  {
    code: 'SQLITE_FULL',
    problem: (it) => `There is no space left on the disk for ${it}`,
    advice: 'Free some space and try again.',
  },
  {
    code: 'SQLITE_BUSY',
    problem: (it) => `Another program is using ${it}`,
    advice: 'Try again when it is done.',
  },
  {
    code: 'SQLITE_LOCKED',
    problem: (it) => `Another program is using ${it}`,
    advice: 'Try again when it is done.',
  },
  {
    code: 'SQLITE_CORRUPT',
    problem: (it) => `Damaged: ${it}`,
    advice: 'Restore it from a backup.',
  },
  { code: 'SQLITE_NOTADB', problem: (it) => `Not an SQLite database: ${it}` },
  { code: 'SQLITE_READONLY', problem: (it) => `No permission to write to ${it}` },
  { code: 'SQLITE_PERM', problem: (it) => `No permission to open ${it}` },
  { code: 'SQLITE_AUTH', problem: (it) => `No permission to open ${it}` },
  { code: 'SQLITE_CANTOPEN', problem: (it) => `Can't open ${it}` },
  {
    code: 'SQLITE_IOERR',
    problem: (it) => `Can't read or write ${it}`,
    advice: 'The disk may be full or faulty.',
  },
];

const ofFiles = new Map([
  ['ENOSPC', 'There is no space left on the disk'],
  ['EDQUOT', 'The disk quota is used up'],
  ['EFBIG', 'A file would be larger than allowed'],
  ['EACCES', 'No permission'],
  ['EPERM', 'No permission'],
  ['EROFS', 'The disk is read-only'],
  ['EIO', 'The disk could not be read or written'],
  ['EISDIR', 'Expected a file, found a folder'],
  ['ENOTDIR', 'Expected a folder, found a file'],
  ['EMFILE', 'Too many open files'],
  ['ENFILE', 'Too many open files on this system'],
]);

/**
 * Describes a disk, lock or permission failure in a sentence or two. Returns undefined for any other error: that is a bug, and is shown
 * with its stack trace.
 */
export function describeSystemFailure(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const found = describeOne(cause);
    if (found !== undefined) return found;
  }
  return undefined;
}

function describeOne(error: Error): string | undefined {
  const code = 'code' in error ? String(error.code) : '';
  const file = ofFiles.get(code);
  if (file !== undefined) {
    const path = 'path' in error && typeof error.path === 'string' ? `: ${error.path}` : '';
    return `${file}${path} (${code}).`;
  }
  const found = ofDatabase.find((it) => code === it.code || code.startsWith(`${it.code}_`));
  if (!found) return undefined;
  const problem = found.problem(`the database ${settings().DATABASE_PATH}`);
  const advice = found.advice === undefined ? '' : ` ${found.advice}`;
  return `${problem} (${code}: ${error.message}).${advice}`;
}
