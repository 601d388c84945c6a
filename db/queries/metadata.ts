import { asc, eq, getTableColumns, gt, sql } from 'drizzle-orm';
import { compareVersions } from '@/lib/package/versions';
import { database, prepared } from '@/db/client';
import {
  categories,
  cells,
  features,
  gridPackages,
  grids,
  packageExamples,
  packages,
  packageSupport,
  pypiProjects,
  repositories,
  slugRedirects,
  sources,
  versions,
} from '@/db/schema';
import { searchSynonyms } from '@/db/schema/search';
import { findCatalogueLoad } from './catalogue';
import { collected } from './collected';
import { isInIds } from './conditions';
import { listWeeklyMetricsOf } from './weekly-metrics';

/** Complete records with everything the catalogue stores about them, in a fixed number of queries for any number of records. */

const packageStatements = prepared((db) => ({
  rows: db
    .select({ ...getTableColumns(packages), ...collected, category: categories.slug })
    .from(packages)
    .innerJoin(categories, eq(categories.id, packages.categoryId))
    .innerJoin(repositories, eq(repositories.packageId, packages.id))
    .innerJoin(pypiProjects, eq(pypiProjects.packageId, packages.id))
    .where(isInIds(packages.id))
    .prepare(),
  versions: db
    .select()
    .from(versions)
    .where(isInIds(versions.packageId))
    .orderBy(asc(versions.id))
    .prepare(),
  support: db
    .select()
    .from(packageSupport)
    .where(isInIds(packageSupport.packageId))
    .orderBy(asc(packageSupport.cycle))
    .prepare(),
  examples: db
    .select()
    .from(packageExamples)
    .where(isInIds(packageExamples.packageId))
    .orderBy(asc(packageExamples.id))
    .prepare(),
  gridPackages: db
    .select({
      id: gridPackages.id,
      packageId: gridPackages.packageId,
      gridId: gridPackages.gridId,
      grid: grids.slug,
    })
    .from(gridPackages)
    .innerJoin(grids, eq(grids.id, gridPackages.gridId))
    .where(isInIds(gridPackages.packageId))
    .orderBy(asc(gridPackages.id))
    .prepare(),
  formerSlugs: db
    .select()
    .from(slugRedirects)
    .where(isInIds(slugRedirects.packageId))
    .orderBy(asc(slugRedirects.id))
    .prepare(),
  slugs: db
    .select({ id: packages.id, slug: packages.slug })
    .from(packages)
    .where(isInIds(packages.id))
    .prepare(),
}));

/** Groups rows by owner id. */
function rowsBy<Row>(rows: Row[], ownerOf: (row: Row) => number | null): (id: number) => Row[] {
  const groups = new Map<number | null, Row[]>();
  for (const row of rows) {
    const group = groups.get(ownerOf(row));
    if (group) group.push(row);
    else groups.set(ownerOf(row), [row]);
  }
  return (id) => groups.get(id) ?? [];
}

export type PackageMetadataRow = ReturnType<typeof listPackageMetadata>[number];

/** Packages with all their related rows, in the order of the given ids; unknown ids are skipped. */
export function listPackageMetadata(ids: number[]) {
  const statements = packageStatements();
  const parameters = { ids: JSON.stringify(ids) };
  const rows = new Map(statements.rows.all(parameters).map((it) => [it.id, it]));
  const versionsOf = rowsBy(statements.versions.all(parameters), (it) => it.packageId);
  const supportOf = rowsBy(statements.support.all(parameters), (it) => it.packageId);
  const examplesOf = rowsBy(statements.examples.all(parameters), (it) => it.packageId);
  const gridPackagesOf = rowsBy(statements.gridPackages.all(parameters), (it) => it.packageId);
  const formerSlugsOf = rowsBy(statements.formerSlugs.all(parameters), (it) => it.packageId);
  const weeksOf = rowsBy(listWeeklyMetricsOf(ids), (it) => it.packageId);
  const replacing = [...rows.values()].flatMap((it) => it.replacedById ?? []);
  const slugs = new Map(
    statements.slugs.all({ ids: JSON.stringify(replacing) }).map((it) => [it.id, it.slug]),
  );

  return ids.flatMap((id) => {
    const row = rows.get(id);
    if (!row) return [];
    const own = versionsOf(id);
    const support = supportOf(id);
    return {
      ...row,
      latestVersion: own.find((it) => it.id === row.latestVersionId)?.number ?? null,
      pypiVersion: row.latestVersionId === null ? null : row.lastReleaseNumber,
      versions: own,
      djangoVersions: cyclesOf(support, 'django', row.snapshotAt),
      pythonVersions: cyclesOf(support, 'python', row.snapshotAt),
      examples: examplesOf(id),
      gridPackages: gridPackagesOf(id),
      gridIds: gridPackagesOf(id).map((it) => it.gridId),
      formerSlugs: formerSlugsOf(id),
      weeks: weeksOf(id),
      replacedBy: row.replacedById === null ? null : (slugs.get(row.replacedById) ?? null),
    };
  });
}

/** The release cycles of a product that a package declares, oldest first; null if its classifiers were never read. */
function cyclesOf(
  rows: { product: string; cycle: string }[],
  product: 'django' | 'python',
  readAt: number | null,
): string[] | null {
  const cycles = rows.filter((it) => it.product === product).map((it) => it.cycle);
  return cycles.length === 0 && readAt === null ? null : cycles.sort(compareVersions);
}

const gridStatements = prepared((db) => ({
  rows: db.select().from(grids).where(isInIds(grids.id)).prepare(),
  gridPackages: db
    .select({ ...getTableColumns(gridPackages), package: packages.slug })
    .from(gridPackages)
    .innerJoin(packages, eq(packages.id, gridPackages.packageId))
    .where(isInIds(gridPackages.gridId))
    .orderBy(asc(gridPackages.id))
    .prepare(),
  packageIds: db
    .select({ gridId: gridPackages.gridId, packageId: gridPackages.packageId })
    .from(gridPackages)
    .innerJoin(packages, eq(packages.id, gridPackages.packageId))
    .where(isInIds(gridPackages.gridId))
    .orderBy(asc(packages.title), asc(packages.id))
    .prepare(),
  features: db
    .select()
    .from(features)
    .where(isInIds(features.gridId))
    .orderBy(asc(features.id))
    .prepare(),
  cells: db
    .select({
      ...getTableColumns(cells),
      packageId: gridPackages.packageId,
      package: packages.slug,
    })
    .from(cells)
    .innerJoin(gridPackages, eq(gridPackages.id, cells.gridPackageId))
    .innerJoin(packages, eq(packages.id, gridPackages.packageId))
    .where(isInIds(cells.gridId))
    .orderBy(asc(cells.id))
    .prepare(),
  formerSlugs: db
    .select()
    .from(slugRedirects)
    .where(isInIds(slugRedirects.gridId))
    .orderBy(asc(slugRedirects.id))
    .prepare(),
}));

export type GridMetadataRow = ReturnType<typeof listGridMetadata>[number];

/** Grids with their packages, features and cells, in the order of the given ids; unknown ids are skipped. */
export function listGridMetadata(ids: number[]) {
  const statements = gridStatements();
  const parameters = { ids: JSON.stringify(ids) };
  const rows = new Map(statements.rows.all(parameters).map((it) => [it.id, it]));
  const gridPackagesOf = rowsBy(statements.gridPackages.all(parameters), (it) => it.gridId);
  const packageIdsOf = rowsBy(statements.packageIds.all(parameters), (it) => it.gridId);
  const featuresOf = rowsBy(statements.features.all(parameters), (it) => it.gridId);
  const cellsOf = rowsBy(statements.cells.all(parameters), (it) => it.gridId);
  const formerSlugsOf = rowsBy(statements.formerSlugs.all(parameters), (it) => it.gridId);

  return ids.flatMap((id) => {
    const row = rows.get(id);
    if (!row) return [];
    return {
      ...row,
      gridPackages: gridPackagesOf(id),
      packageIds: packageIdsOf(id).map((it) => it.packageId),
      features: featuresOf(id),
      cells: cellsOf(id),
      formerSlugs: formerSlugsOf(id),
    };
  });
}

const idStatements = prepared((db) => {
  const after = sql.placeholder('after');
  const limit = sql.placeholder('limit');
  const ids = <Table extends typeof packages | typeof grids>(table: Table) =>
    db
      .select({ id: sql<number>`${table.id}` })
      .from(table)
      .where(gt(table.id, after))
      .orderBy(asc(table.id))
      .limit(limit)
      .prepare();
  return {
    package: ids(packages),
    grid: ids(grids),
    category: db.select().from(categories).orderBy(asc(categories.id)).prepare(),
  };
});

/** Up to `limit` ids of packages or grids greater than `after`, ascending; for iterating over all of them. */
export function listIdsAfter(kind: 'package' | 'grid', after: number, limit: number): number[] {
  return idStatements()
    [kind].all({ after, limit })
    .map((it) => it.id);
}

/** All categories by id, unpaged since there are few. */
export function listCategoryMetadata() {
  return idStatements().category.all();
}

const wholeStatements = prepared((db) => ({
  // In the order in which they were entered, as pages list them.
  sources: db
    .select()
    .from(sources)
    .orderBy(sql`rowid`)
    .prepare(),
  // Each pair is stored in both directions.
  synonyms: db
    .select({ term: searchSynonyms.term, other: searchSynonyms.other })
    .from(searchSynonyms)
    .where(sql`${searchSynonyms.term} < ${searchSynonyms.other}`)
    .orderBy(asc(searchSynonyms.term), asc(searchSynonyms.other))
    .prepare(),
}));

/** Metadata of the catalogue as a whole: when it was compiled, its sources, and pairs of synonyms. */
export function listCatalogueMetadata() {
  const statements = wholeStatements();
  return {
    generated: findCatalogueLoad()?.generated ?? null,
    sources: statements.sources.all(),
    synonyms: statements.synonyms.all().map(({ term, other }) => [term, other]),
  };
}

/** Runs all reads in one transaction, so that they see the same snapshot despite concurrent writes. */
export function readSnapshot<Result>(read: () => Result): Result {
  return database().transaction(read, { behavior: 'deferred' });
}
