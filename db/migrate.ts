import { join } from 'node:path';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { ROOT } from '@/lib/root';
import { database } from './client';

/**
 * Migrates the database to the newest schema, in one transaction; does nothing if it is up to date. Foreign keys are switched off meanwhile,
 * as https://www.sqlite.org/lang_altertable.html tells for tables that are made anew: dropping one would delete the rows that refer to it.
 */
export function migrateDatabase(): void {
  const db = database();
  const { $client: client } = db;
  client.pragma('foreign_keys = OFF');
  try {
    migrate(db, { migrationsFolder: join(ROOT, 'db/migrations') });
  } finally {
    client.pragma('foreign_keys = ON');
  }
}
