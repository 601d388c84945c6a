import { join } from 'node:path';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { facets } from '@/lib/facets/facets';
import { ROOT } from '@/lib/root';
import { database } from './client';

/**
 * Migrates the database to the newest schema, in one transaction; does nothing if it is up to date. Foreign keys are switched off meanwhile,
 * as https://www.sqlite.org/lang_altertable.html requires for rebuilding tables: dropping one would delete the rows that refer to it.
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
  createFacetTable();
}

/**
 * Gives the table of facets a column for each facet, so that a new facet needs no migration. The table is derived data: if its columns
 * change, it is created anew, and refreshDerived fills it.
 */
function createFacetTable(): void {
  const { $client: client } = database();
  const columns = [
    'number integer primary key not null',
    'is_active integer not null',
    ...facets.map(({ key }) => key),
  ];
  const statement = `CREATE TABLE search_facets (${columns.join(', ')})`;
  const present = client
    .prepare("select sql from sqlite_master where name = 'search_facets'")
    .pluck();
  if (present.get() === statement) return;
  const create = client.transaction(() => {
    client.exec(`drop table search_facets; ${statement}; delete from derived_data`);
  });
  create.immediate();
}
