import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { settings } from '@/lib/settings';

/** Lock timeout in milliseconds. If another program is reading or writing, the next one to close the database does the rest. */
const PATIENCE = 1000;

/** Writes the WAL to the database file and truncates it. Does nothing if there is no database. */
export function checkpoint(path = settings().DATABASE_PATH): void {
  if (!existsSync(path)) return;
  const file = new Sqlite(path, { timeout: PATIENCE });
  try {
    file.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    file.close();
  }
}
