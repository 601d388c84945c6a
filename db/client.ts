import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { settings, SettingsError } from '@/lib/settings';
import { noteReads } from './query-trace';

export type Database = ReturnType<typeof openDatabase>;

/**
 * Opens a database file, creating it if missing, unless it must exist. Throws SettingsError, which names DATABASE_PATH, if the path can't
 * hold a database, and SqliteError if a disk error or a lock prevents it.
 */
export function openDatabase(path: string, { mustExist = false } = {}) {
  return drizzle({ client: openFile(path, mustExist), casing: 'snake_case' });
}

function openFile(path: string, fileMustExist: boolean) {
  try {
    if (!fileMustExist) mkdirSync(dirname(path), { recursive: true });
    const file = new Sqlite(path, { fileMustExist });
    file.pragma('journal_mode = WAL');
    file.pragma('synchronous = NORMAL');
    file.pragma('foreign_keys = ON');
    file.pragma('busy_timeout = 5000');
    file.pragma('cache_size = -65536');
    // WAL pages: with the default of 1000, one change in forty waits for a checkpoint.
    file.pragma('wal_autocheckpoint = 8000');
    noteReads(file);
    return file;
  } catch (error) {
    if (isOfDisk(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new SettingsError(
      `DATABASE_PATH can't be opened: ${reason}; it is ${JSON.stringify(path)}.`,
    );
  }
}

/** Whether the cause is a full disk, a lock or the like rather than a wrong path. */
function isOfDisk(error: unknown): boolean {
  const code = error instanceof Sqlite.SqliteError ? error.code : '';
  return code !== '' && !/^SQLITE_(CANTOPEN|NOTADB)/.test(code);
}

/**
 * Opens a scratch database, in which a command collects data before writing any of it to the site's database. Only one process can use it
 * at a time; others get SQLITE_BUSY.
 */
export function openScratch(path: string) {
  mkdirSync(dirname(path), { recursive: true });
  const file = new Sqlite(path, { timeout: 500 });
  file.pragma('locking_mode = EXCLUSIVE');
  file.pragma('journal_mode = WAL');
  file.pragma('synchronous = NORMAL');
  return file;
}

// On globalThis, since Next may load this module once for pages and once for route handlers.
declare global {
  var packgridDatabase: Database | undefined;
}

/**
 * The site's database, opened on first use, so that a build doesn't need one. A process that serves the site doesn't create it: an empty
 * database in the place of a deleted one would look like a site with no packages.
 */
export function database(): Database {
  const { DATABASE_PATH, SOCKET_FOLDER } = settings();
  return (globalThis.packgridDatabase ??= openDatabase(DATABASE_PATH, {
    mustExist: SOCKET_FOLDER !== undefined,
  }));
}

/** Returns a getter for a statement that is prepared on first use and then reused. */
export function prepared<Statement>(build: (db: Database) => Statement): () => Statement {
  let statement: Statement | undefined;
  return () => (statement ??= build(database()));
}

/** Like `prepared`, with one statement for each variant, such as a sort order. */
export function preparedFor<Variant, Statement>(
  build: (db: Database, variant: Variant) => Statement,
): (variant: Variant) => Statement {
  const statements = new Map<Variant, Statement>();
  return (variant) => {
    const known = statements.get(variant);
    if (known !== undefined) return known;
    const statement = build(database(), variant);
    statements.set(variant, statement);
    return statement;
  };
}
