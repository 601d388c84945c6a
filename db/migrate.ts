import { join } from 'node:path';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { database } from './client';

/** Brings the database to the newest schema; does nothing where it is there already. */
export function migrateDatabase(): void {
  migrate(database(), { migrationsFolder: join(import.meta.dirname, 'migrations') });
}

if (process.argv[1] === import.meta.filename) migrateDatabase();
