import { spawn } from 'node:child_process';
import {
  copyFileSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, expect, inject, test } from 'vitest';
import { describeSystemFailure } from '@/server/cli/system-failure';
import { settings } from '@/lib/settings';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const folder = mkdtempSync(join(tmpdir(), 'packgrid-failures-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

let made = 0;

/** The shipped catalogue in a file of its own. */
function makeCopy(): string {
  const path = join(folder, `${(made += 1)}.sqlite`);
  copyFileSync(join(inject('databaseFolder'), 'shipped.sqlite'), path);
  return path;
}

/** The error of a failing function. */
function failureOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('This was to fail.');
}

function write(file: Sqlite.Database): unknown {
  file.pragma('synchronous = off');
  return file.exec(`create table more (text); insert into more values (hex(zeroblob(5000000)))`);
}

/** Real failures, as far as any user can cause them. */
const failures: [string, () => unknown, RegExp][] = [
  [
    'a full database',
    () => {
      const file = new Sqlite(makeCopy());
      file.pragma(`max_page_count = ${String(file.pragma('page_count', { simple: true }))}`);
      return write(file);
    },
    /^There is no space left on the disk for the database .+ \(SQLITE_FULL: .+\)\. Free some space/,
  ],
  [
    'a database that another program writes to',
    () => {
      const path = makeCopy();
      new Sqlite(path).exec('begin immediate');
      return write(new Sqlite(path, { timeout: 1 }));
    },
    /^Another program is using the database .+ \(SQLITE_BUSY: .+\)\. Try again when it is done\.$/,
  ],
  [
    'a database that may only be read',
    () => write(new Sqlite(makeCopy(), { readonly: true })),
    /^No permission to write to the database .+ \(SQLITE_READONLY: .+\)\.$/,
  ],
  [
    'a text file',
    () => {
      const path = join(folder, 'text.sqlite');
      writeFileSync(
        path,
        'This is not a database, but a text that is longer than a header.\n'.repeat(99),
      );
      return write(new Sqlite(path));
    },
    /^Not an SQLite database: the database .+ \(SQLITE_NOTADB: .+\)\.$/,
  ],
  [
    'a folder',
    () => new Sqlite(folder),
    /^Can't open the database .+ \(SQLITE_CANTOPEN\w*: .+\)\.$/,
  ],
  [
    'a damaged database',
    () => {
      const path = makeCopy();
      const bytes = readFileSync(path);
      bytes.fill(0xaa, 4096);
      writeFileSync(path, bytes);
      return new Sqlite(path).prepare('select * from packages').all();
    },
    /^Damaged: the database .+ \(SQLITE_CORRUPT: .+\)\. Restore it from a backup\.$/,
  ],
  [
    'a disk that fails',
    () => {
      throw new Sqlite.SqliteError('disk I/O error', 'SQLITE_IOERR_WRITE');
    },
    /^Can't read or write the database .+ \(SQLITE_IOERR_WRITE: .+\)\. The disk may be full/,
  ],
  [
    'a full disk',
    () => writeSync(openSync('/dev/full', 'w'), 'x'),
    /^There is no space left on the disk \(ENOSPC\)\.$/,
  ],
  [
    'a folder in the place of a file',
    () => readFileSync(folder),
    /^Expected a file, .+ \(EISDIR\)\.$/,
  ],
  [
    'a file in the place of a folder',
    () => {
      writeFileSync(join('/dev/null', 'x'), 'x');
    },
    /^Expected a folder, found a file: \/dev\/null\/x \(ENOTDIR\)\.$/,
  ],
];

test.each(failures)('%s is described in a sentence', (_, work, sentence) => {
  expect(describeSystemFailure(failureOf(work))).toMatch(sentence);
});

test('describes the cause of an error, however deep', () => {
  const cause = new Sqlite.SqliteError('database is locked', 'SQLITE_BUSY');
  const outer = new Error('Failed', { cause: new Error('Failed query', { cause }) });
  expect(describeSystemFailure(outer)).toContain(`the database ${settings().DATABASE_PATH}`);
});

test.each([
  new Error('Some fault'),
  new TypeError('x is not a function'),
  new Sqlite.SqliteError('no such table: x', 'SQLITE_ERROR'),
  new Sqlite.SqliteError('UNIQUE constraint failed', 'SQLITE_CONSTRAINT_UNIQUE'),
  'a text',
  undefined,
])('a bug is not a system failure: %s', (error) => {
  expect(describeSystemFailure(error)).toBeUndefined();
});

/** Runs a command on a database, after a shell script that sets it up. */
function run(path: string, command: string, before = 'true') {
  return new Promise<{ status: number | null; stderr: string }>((resolve, reject) => {
    const line = `${before}; exec "$0" .server/cli.js ${command}`;
    const child = spawn('bash', ['-c', line, process.execPath], {
      env: { ...process.env, DATABASE_PATH: path },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
    child.once('error', reject);
    child.once('close', (status) => {
      resolve({ status, stderr });
    });
  });
}

test('a command on a locked database prints a message and changes nothing', async () => {
  const path = makeCopy();
  const other = new Sqlite(path);
  other.pragma('journal_mode = WAL');
  other.exec('begin immediate');
  const { status, stderr } = await run(path, 'reindex');
  other.close();
  expect(stderr).toMatch(
    /^Another program is using the database .+\. Try again when it is done\.\n$/,
  );
  expect(status).toBe(1);
}, 60_000);

test('a command that runs out of space prints a message, and the database is intact', async () => {
  const path = makeCopy();
  // In units of 1,024 bytes; without the trap, the signal would kill the process.
  const { status, stderr } = await run(path, 'reindex', "trap '' XFSZ; ulimit -f 200");
  expect(stderr).toMatch(
    /^(Can't read or write|There is no space left on the disk for) the database/,
  );
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(status).toBe(1);
  const file = new Sqlite(path);
  expect(file.pragma('integrity_check', { simple: true })).toBe('ok');
  file.close();
}, 60_000);
