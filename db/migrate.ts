import { join } from 'node:path';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { ROOT } from '@/lib/root';
import { database } from './client';

/** Migrates the database to the newest schema; does nothing if it is up to date. */
export function migrateDatabase(): void {
  migrate(database(), { migrationsFolder: join(ROOT, 'db/migrations') });
}
