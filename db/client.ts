import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { settings, SettingsError } from '@/lib/settings';
import { noteReads } from './reads';

export type Database = ReturnType<typeof openDatabase>;

/** Opens a database file, made if absent. Throws SettingsError, which names DATABASE_PATH, where that can't be done. */
export function openDatabase(path: string) {
  return drizzle({ client: openFile(path), casing: 'snake_case' });
}

function openFile(path: string) {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const file = new Sqlite(path);
    file.pragma('journal_mode = WAL');
    file.pragma('synchronous = NORMAL');
    file.pragma('foreign_keys = ON');
    file.pragma('busy_timeout = 5000');
    file.pragma('cache_size = -65536');
    // Pages of the log: with the usual 1000 one change in forty waits until they are written into the file.
    file.pragma('wal_autocheckpoint = 8000');
    file.pragma('mmap_size = 268435456');
    noteReads(file);
    return file;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SettingsError(
      `DATABASE_PATH can't be opened: ${reason}; it is ${JSON.stringify(path)}.`,
    );
  }
}

/**
 * Opens a file for what a command gathers before it writes any of it into the site's database. It belongs to one process at a time; another
 * that opens it gets SQLITE_BUSY.
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

/** The site's database, opened at first use, so that a build needs none. */
export function database(): Database {
  return (globalThis.packgridDatabase ??= openDatabase(settings().DATABASE_PATH));
}

/** A statement that is prepared at first use and then kept. */
export function prepared<Statement>(build: (db: Database) => Statement): () => Statement {
  let statement: Statement | undefined;
  return () => (statement ??= build(database()));
}

/** One prepared statement for each variant, such as a sort order. */
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
