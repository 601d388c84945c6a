import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { beforeAll, expect, inject, test } from 'vitest';
import { database } from '@/db/client';
import { settings } from '@/lib/settings';
import { useShippedCatalogue } from '@/tests/tools/database';
import { enrichCatalogue } from '@/tests/tools/enrich-catalogue';
import { makeOldDatabase } from '@/tests/tools/old-database';
import { bundleProgram, runProgram } from '@/tests/tools/run-program';

useShippedCatalogue();

const newPath = () => join(inject('databaseFolder'), `${crypto.randomUUID()}.sqlite`);
const today = () => settings().DATABASE_PATH;

/** The current database as it was before `packages` was split. */
let old = '';

beforeAll(() => {
  enrichCatalogue();
  // What has a column since a later migration.
  database().$client.exec(`update cells set comment = '', confirmed_at = null`);
  database().$client.exec('update features set position = 0');
  database().$client.exec('update packages set is_locked = 0');
  database().$client.exec('update repositories set open_issues = null');
  database().$client.exec('update pypi_projects set downloads = null, downloads_at = null');
  database().$client.exec(`delete from weekly_metrics where not exists (select 1 from repositories
    where repositories.package_id = weekly_metrics.package_id and figures_at between week and week + 604799999999)`);
  database().$client.exec(`update weekly_metrics set open_issues = null, downloads = null`);
  database().$client.exec('delete from weekly_metrics where stars is null and forks is null');
  database().$client.pragma('wal_checkpoint(TRUNCATE)');
  old = makeOld('0008_release_first_seen');
});

function makeOld(last: string): string {
  const path = newPath();
  makeOldDatabase(path, { last, from: today() });
  return path;
}

function copyOf(path: string): string {
  const copy = newPath();
  copyFileSync(path, copy);
  return copy;
}

const upgrade = await bundleProgram(`
  import { upgradeDatabase } from './server/cli/upgrade';
  upgradeDatabase();`);

/** The same, killed after a number of statements of the migration. */
const killed = await bundleProgram(`
  import Sqlite from 'better-sqlite3';
  import { upgradeDatabase } from './server/cli/upgrade';
  const { prepare } = Sqlite.prototype;
  let left = Number(process.env['STATEMENTS']);
  Sqlite.prototype.prepare = function (sql) {
    const isOfMigration = this.inTransaction && !/^select/i.test(sql);
    if (isOfMigration && left-- === 0) process.kill(process.pid, 'SIGKILL');
    return prepare.call(this, sql);
  };
  upgradeDatabase();`);

const exported = await bundleProgram(`
  import { runExport } from './server/cli/export';
  runExport(['--format', 'all', '--to', process.env['FOLDER']]);`);

/** The text of each file in a folder, except the manifest, which has the time of writing. */
const filesIn = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name !== 'manifest.json')
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

/** All rows of all tables except the search index and the list of migrations. */
function rowsOf(path: string) {
  const file = new Sqlite(path, { readonly: true });
  const tables = file
    .prepare<[], { name: string }>(`select name from sqlite_master where type = 'table' order by 1`)
    .all()
    .map(({ name }) => name)
    .filter((name) => !/^(search_(?!synonyms)|sqlite_|__)/.test(name));
  const rows = tables.map((name) => {
    const all = file.prepare<[], object>(`select * from ${name}`).all();
    // An upgrade recomputes health.
    return [name, all.map((row) => ({ ...row, health_at: undefined }))];
  });
  file.close();
  return rows;
}

/** Everything in the schema with a name that migration 0010 replaced. */
function formerNames(path: string) {
  const file = new Sqlite(path, { readonly: true });
  const names = file
    .prepare(
      `select name from sqlite_master where sql like '%elements%' or sql like '%membership%'`,
    )
    .all();
  file.close();
  return names;
}

test.each(['0008_release_first_seen', '0009_parted_packages'])(
  'a database of migration %s keeps all its rows',
  (last) => {
    const path = makeOld(last);
    expect(runProgram(path, upgrade)).toMatchObject({ status: 0, stderr: '' });
    expect(rowsOf(path)).toEqual(rowsOf(today()));
    expect(formerNames(path)).toEqual([]);
  },
);

test('a database without a version of derived data gets it computed', () => {
  const path = copyOf(makeOld('0005_package_changes'));
  expect(runProgram(path, upgrade)).toMatchObject({ status: 0, stderr: '' });
  const file = new Sqlite(path, { readonly: true });
  const count = (sql: string) => file.prepare(sql).pluck().get();
  expect(count('select count(*) from derived_data')).toBe(1);
  expect(count(`select count(*) from search_documents where kind = 'package'`)).toBe(186);
  expect(count('select count(*) from packages where health is not null')).toBeGreaterThan(100);
  file.close();
});

test.each([1, 12, 17, 20, 30, 38, 50])(
  'an upgrade killed at statement %d of the migration loses nothing, and the next one succeeds',
  (statements) => {
    const path = copyOf(old);
    expect(runProgram(path, killed, { STATEMENTS: String(statements) }).signal).toBe('SIGKILL');
    const file = new Sqlite(path);
    expect(file.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(file.prepare('select count(*) from packages').pluck().get()).toBe(186);
    file.close();
    expect(runProgram(path, upgrade)).toMatchObject({ status: 0, stderr: '' });
    expect(rowsOf(path)).toEqual(rowsOf(today()));
  },
);

test('exports of an upgraded and a new database are equal, byte for byte', () => {
  const path = copyOf(old);
  runProgram(path, upgrade);
  const [before, after] = [path, today()].map((database) => {
    const folder = join(inject('databaseFolder'), crypto.randomUUID());
    expect(runProgram(database, exported, { FOLDER: folder })).toMatchObject({
      status: 0,
      stderr: '',
    });
    return filesIn(folder);
  });
  expect(Object.keys(before ?? {}).length).toBeGreaterThan(3);
  for (const [name, text] of Object.entries(after ?? {}))
    expect(text === before?.[name], name).toBe(true);
});
