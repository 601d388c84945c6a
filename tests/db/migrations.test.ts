import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api';
import { beforeAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import * as schema from '@/db/schema';
import { useEmptyDatabase } from '@/tests/tools/database';

useEmptyDatabase();

const SNAPSHOTS = 'db/migrations/meta';

let described: unknown;

beforeAll(async () => {
  described = await generateSQLiteDrizzleJson(schema, undefined, 'snake_case');
});

test('npm run db:generate would generate no migration', async () => {
  const newest = readdirSync(SNAPSHOTS).filter((name) => name.endsWith('_snapshot.json'));
  const text = readFileSync(join(SNAPSHOTS, newest.sort().at(-1) ?? ''), 'utf8');
  const migrated: unknown = JSON.parse(text);
  expect(await generateSQLiteMigration(migrated, described)).toEqual([]);
});

test('a migrated database has the columns and indexes of the schema', async () => {
  const nothing: unknown = await generateSQLiteDrizzleJson({}, undefined, 'snake_case');
  const fresh = new Sqlite(':memory:');
  for (const statement of await generateSQLiteMigration(nothing, described)) fresh.exec(statement);
  expect(structure(database().$client)).toEqual(structure(fresh));
});

test('migrating a migrated database changes nothing', () => {
  const before = database().$client.serialize();
  migrateDatabase();
  expect(database().$client.serialize().equals(before)).toBe(true);
});

/** The schema of a database, without order, the search index and triggers, whose migrations are written by hand. */
function structure(file: Sqlite.Database): unknown[] {
  const query = `
    select m.type, m.tbl_name, m.name, c.name as "column", c.type as "kind", c."notnull", c.dflt_value, c.pk, c.hidden
    from sqlite_master as m left join pragma_table_xinfo(m.name) as c
    where m.type <> 'trigger' and m.name not like 'sqlite_%' and m.name not like '\\_\\_drizzle%' escape '\\'
      and m.tbl_name not like 'search\\_%' escape '\\'
    order by m.name, c.name`;
  return file.prepare(query).all();
}
