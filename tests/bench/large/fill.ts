import { database } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { parseTime } from '@/lib/time';
import { generateGrids } from '../generate-grids';
import { categorySlugs } from '../generate-packages';
import { seeded } from '../random';
import { generateLargePackages, type LargePackage } from './packages';

/**
 * Runs in a separate process: builds DATABASE_PATH with a number of packages, without a search index. A catalogue file of that
 * size would not fit in memory, so the rows go in one by one.
 */

const SIZE = Number(process.argv[2]);
const GRIDS = 2000;

/** Packages in grids are among the best known. */
const KNOWN = 100_000;

const EDITED = parseTime('2026-03-01', 'UTC') ?? 0;

const edited = { created_at: EDITED, modified_at: EDITED };

migrateDatabase();
const { $client: client } = database();
// No other process has the file open, and an unfinished one is deleted.
client.pragma('journal_mode = memory');
client.pragma('synchronous = off');
client.pragma('foreign_keys = off');
client.pragma('cache_size = -1000000');

type Row = Record<string, string | number | null>;

/** Inserts rows into a table; the columns are the keys of the first row. */
function inserter(table: string) {
  let insert: ((row: Row) => void) | undefined;
  return (row: Row) => {
    const columns = Object.keys(row);
    const values = columns.map((column) => `@${column}`);
    insert ??= prepare(`insert into ${table} (${columns.join()}) values (${values.join()})`);
    insert(row);
  };
}

function prepare(sql: string): (row: Row) => void {
  const statement = client.prepare(sql);
  return (row) => {
    statement.run(row);
  };
}

/** Drops the indexes of the large tables and returns a function that recreates them: sorting once is faster than inserting each row. */
function dropIndexes(): string[] {
  const indexes = client
    .prepare<[], { name: string; sql: string }>(
      `select name, sql from sqlite_master where type = 'index' and sql is not null
       and tbl_name in ('packages', 'package_support')`,
    )
    .all();
  for (const { name } of indexes) client.exec(`drop index ${name}`);
  return indexes.map(({ sql }) => sql);
}

const insertCategory = inserter('categories');
const insertPackage = inserter('packages');
const insertSupport = inserter('package_support');
const insertGrid = inserter('grids');
const insertGridPackage = inserter('grid_packages');
const insertFeature = inserter('features');
const insertCell = inserter('cells');

function fillCategories(): void {
  for (const [index, slug] of categorySlugs.entries()) {
    insertCategory({ id: index + 1, slug, title: slug, ...edited });
  }
}

/** Returns the ids of the best known packages by slug. */
function fillPackages(): Map<string, number> {
  const known = new Map<string, number>();
  for (const { row, support } of generateLargePackages(seeded(2010), SIZE)) {
    savePackage({ row, support });
    if (known.size < KNOWN) known.set(row.slug, row.id);
  }
  return known;
}

function savePackage({ row, support }: LargePackage): void {
  insertPackage(row);
  for (const { product, cycle } of support) insertSupport({ package_id: row.id, product, cycle });
}

function fillGrids(known: Map<string, number>): void {
  const packages = Array.from(known.keys(), (slug) => ({ slug, grids: new Array<string>() }));
  const nextId = { gridPackage: 1, feature: 1, cell: 1 };
  for (const grid of generateGrids(seeded(1815), packages, GRIDS)) {
    const { id, slug, title, description } = grid;
    insertGrid({ id, slug, title, description, ...edited });
    const gridPackages = new Map<string, number>();
    for (const member of grid.packages) {
      gridPackages.set(member, nextId.gridPackage);
      const package_id = known.get(member) ?? 0;
      insertGridPackage({ id: nextId.gridPackage++, grid_id: id, package_id, created_at: EDITED });
    }
    const features = new Map<number, number>();
    for (const feature of grid.features) {
      features.set(feature.id, nextId.feature);
      const { title, description } = feature;
      insertFeature({ id: nextId.feature++, grid_id: id, title, description, ...edited });
    }
    for (const { feature, package: member, text, evidence } of grid.cells) {
      const feature_id = features.get(feature) ?? 0;
      const grid_package_id = gridPackages.get(member) ?? 0;
      const cell = { grid_id: id, feature_id, grid_package_id, text, evidence };
      insertCell({ id: nextId.cell++, ...cell, ...edited });
    }
  }
}

const indexes = dropIndexes();
client.exec('begin');
fillCategories();
fillGrids(fillPackages());
client.exec('commit');
for (const sql of indexes) client.exec(sql);
client.pragma('journal_mode = wal');
client.close();
