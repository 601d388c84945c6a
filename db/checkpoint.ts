import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { settings } from '@/lib/settings';

/** Another program may be reading or writing; what it keeps from being done now, the next one to close the database does. */
const PATIENCE = 1000;

/** Writes all that stands in the log into the database file itself, and empties the log. */
export function checkpoint(path = settings().DATABASE_PATH): void {
  if (!existsSync(path)) return;
  const file = new Sqlite(path, { timeout: PATIENCE });
  try {
    file.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    file.close();
  }
}
