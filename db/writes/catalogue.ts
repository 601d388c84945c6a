import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { CatalogueFile } from '@/lib/catalogue-file/shape';
import { recordsOf, type CatalogueRecords } from '@/lib/catalogue-file/records';
import type { Timestamps } from '@/lib/catalogue-file/records/timestamps';
import type { Micros } from '@/lib/time';
import { database, type Database } from '../client';
import { change } from './change';
import { markDerived } from './derived';
import { insertPackage } from './packages';
import { saveSynonyms } from './search-index';
import {
  catalogueLoads,
  categories,
  cells,
  features,
  grids,
  gridPackages,
  packageExamples,
  packageSupport,
  slugRedirects,
  sources,
  versions,
} from '../schema';

/** Rows per statement; the widest table has 39 columns and SQLite accepts 32,766 values. */
const BATCH = 500;

interface Load extends Timestamps {
  sha256: string;
  loadedAt: Micros;
}

/**
 * Fills an empty database with a whole catalogue, in one transaction. Returns false, and changes nothing, if the database already has a
 * catalogue, which another process may just have loaded.
 */
export function saveCatalogue(file: CatalogueFile, load: Load): boolean {
  const options = { actor: null, source: 'seed', comment: '', now: load.loadedAt } as const;
  return change(options, ({ touch }) => {
    const tx = database();
    if (tx.select().from(catalogueLoads).get()) return false;
    const records = recordsOf(file, load);
    // A package refers to its latest version and a replacement, which may be inserted after it.
    tx.run('pragma defer_foreign_keys = on');
    insert(tx, categories, records.categories);
    savePackages(tx, records);
    saveGrids(tx, records);
    insert(tx, sources, records.sources);
    saveSynonyms(records.synonyms);
    tx.insert(catalogueLoads)
      .values({ sha256: load.sha256, generated: file.generated, loadedAt: load.loadedAt })
      .run();
    for (const { id } of records.categories) touch({ kind: 'category', id });
    for (const { id } of records.packages) touch({ kind: 'package', id });
    markDerived();
    return true;
  });
}

function savePackages(tx: Database, { packages: records }: CatalogueRecords): void {
  for (const it of records) insertPackage(it);
  insert(
    tx,
    versions,
    records.flatMap((it) => it.versions),
  );
  insert(tx, packageSupport, records.flatMap(supportRows));
  insert(
    tx,
    packageExamples,
    records.flatMap((it) => it.examples),
  );
  insert(
    tx,
    slugRedirects,
    records.flatMap((it) => it.formerSlugs),
  );
}

function supportRows(it: CatalogueRecords['packages'][number]) {
  const rows = (product: 'django' | 'python', cycles: string[] | null) =>
    (cycles ?? []).map((cycle) => ({ packageId: it.id, product, cycle }));
  return [...rows('django', it.djangoVersions), ...rows('python', it.pythonVersions)];
}

function saveGrids(tx: Database, { grids: records }: CatalogueRecords): void {
  insert(tx, grids, records);
  insert(
    tx,
    gridPackages,
    records.flatMap((it) => it.memberships),
  );
  insert(
    tx,
    features,
    records.flatMap((it) => it.features),
  );
  insert(
    tx,
    cells,
    records.flatMap((it) => it.elements),
  );
  insert(
    tx,
    slugRedirects,
    records.flatMap((it) => it.formerSlugs),
  );
}

function insert<Table extends SQLiteTable>(
  tx: Database,
  table: Table,
  rows: Table['$inferInsert'][],
): void {
  for (let start = 0; start < rows.length; start += BATCH) {
    tx.insert(table)
      .values(rows.slice(start, start + BATCH))
      .run();
  }
}
