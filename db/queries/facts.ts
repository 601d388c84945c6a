import { asc, eq, getTableColumns, gt, sql } from 'drizzle-orm';
import { compareVersions } from '@/lib/versions';
import { database, prepared } from '../client';
import {
  categories,
  elements,
  features,
  grids,
  memberships,
  packageExamples,
  packages,
  packageSupport,
  slugRedirects,
  sources,
  versions,
} from '../schema';
import { searchSynonyms } from '../schema/search';
import { findCatalogueLoad } from './catalogue';
import { isAmong } from './conditions';

/** Everything that the catalogue knows of its records, in some statements for any number of them. */

const packageStatements = prepared((db) => ({
  rows: db
    .select({ ...getTableColumns(packages), category: categories.slug })
    .from(packages)
    .innerJoin(categories, eq(categories.id, packages.categoryId))
    .where(isAmong(packages.id))
    .prepare(),
  versions: db
    .select()
    .from(versions)
    .where(isAmong(versions.packageId))
    .orderBy(asc(versions.id))
    .prepare(),
  support: db
    .select()
    .from(packageSupport)
    .where(isAmong(packageSupport.packageId))
    .orderBy(asc(packageSupport.cycle))
    .prepare(),
  examples: db
    .select()
    .from(packageExamples)
    .where(isAmong(packageExamples.packageId))
    .orderBy(asc(packageExamples.id))
    .prepare(),
  memberships: db
    .select({
      id: memberships.id,
      packageId: memberships.packageId,
      gridId: memberships.gridId,
      grid: grids.slug,
    })
    .from(memberships)
    .innerJoin(grids, eq(grids.id, memberships.gridId))
    .where(isAmong(memberships.packageId))
    .orderBy(asc(memberships.id))
    .prepare(),
  formerSlugs: db
    .select()
    .from(slugRedirects)
    .where(isAmong(slugRedirects.packageId))
    .orderBy(asc(slugRedirects.id))
    .prepare(),
  slugs: db
    .select({ id: packages.id, slug: packages.slug })
    .from(packages)
    .where(isAmong(packages.id))
    .prepare(),
}));

/** Rows by the id that they belong to. */
function rowsBy<Row>(rows: Row[], ownerOf: (row: Row) => number | null): (id: number) => Row[] {
  const groups = new Map<number | null, Row[]>();
  for (const row of rows) {
    const group = groups.get(ownerOf(row));
    if (group) group.push(row);
    else groups.set(ownerOf(row), [row]);
  }
  return (id) => groups.get(id) ?? [];
}

export type PackageFactsRow = ReturnType<typeof listPackageFacts>[number];

/** Packages with all that belongs to them, in the order of the ids asked for; what is not there is left out. */
export function listPackageFacts(ids: number[]) {
  const statements = packageStatements();
  const asked = { ids: JSON.stringify(ids) };
  const rows = new Map(statements.rows.all(asked).map((it) => [it.id, it]));
  const versionsOf = rowsBy(statements.versions.all(asked), (it) => it.packageId);
  const supportOf = rowsBy(statements.support.all(asked), (it) => it.packageId);
  const examplesOf = rowsBy(statements.examples.all(asked), (it) => it.packageId);
  const membershipsOf = rowsBy(statements.memberships.all(asked), (it) => it.packageId);
  const formerSlugsOf = rowsBy(statements.formerSlugs.all(asked), (it) => it.packageId);
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
      versions: own,
      djangoVersions: cyclesOf(support, 'django', row.snapshotAt),
      pythonVersions: cyclesOf(support, 'python', row.snapshotAt),
      examples: examplesOf(id),
      memberships: membershipsOf(id),
      gridIds: membershipsOf(id).map((it) => it.gridId),
      formerSlugs: formerSlugsOf(id),
      replacedBy: row.replacedById === null ? null : (slugs.get(row.replacedById) ?? null),
    };
  });
}

/** The cycles that a package names, oldest first; null where its classifiers were never read. */
function cyclesOf(
  rows: { product: string; cycle: string }[],
  product: 'django' | 'python',
  readAt: number | null,
): string[] | null {
  const cycles = rows.filter((it) => it.product === product).map((it) => it.cycle);
  return cycles.length === 0 && readAt === null ? null : cycles.sort(compareVersions);
}

const gridStatements = prepared((db) => ({
  rows: db.select().from(grids).where(isAmong(grids.id)).prepare(),
  memberships: db
    .select({ ...getTableColumns(memberships), package: packages.slug })
    .from(memberships)
    .innerJoin(packages, eq(packages.id, memberships.packageId))
    .where(isAmong(memberships.gridId))
    .orderBy(asc(memberships.id))
    .prepare(),
  packageIds: db
    .select({ gridId: memberships.gridId, packageId: memberships.packageId })
    .from(memberships)
    .innerJoin(packages, eq(packages.id, memberships.packageId))
    .where(isAmong(memberships.gridId))
    .orderBy(asc(packages.title), asc(packages.id))
    .prepare(),
  features: db
    .select()
    .from(features)
    .where(isAmong(features.gridId))
    .orderBy(asc(features.id))
    .prepare(),
  elements: db
    .select({
      ...getTableColumns(elements),
      packageId: memberships.packageId,
      package: packages.slug,
    })
    .from(elements)
    .innerJoin(memberships, eq(memberships.id, elements.membershipId))
    .innerJoin(packages, eq(packages.id, memberships.packageId))
    .where(isAmong(elements.gridId))
    .orderBy(asc(elements.id))
    .prepare(),
  formerSlugs: db
    .select()
    .from(slugRedirects)
    .where(isAmong(slugRedirects.gridId))
    .orderBy(asc(slugRedirects.id))
    .prepare(),
}));

export type GridFactsRow = ReturnType<typeof listGridFacts>[number];

/** Grids with their packages, features and cells, in the order of the ids asked for; what is not there is left out. */
export function listGridFacts(ids: number[]) {
  const statements = gridStatements();
  const asked = { ids: JSON.stringify(ids) };
  const rows = new Map(statements.rows.all(asked).map((it) => [it.id, it]));
  const membershipsOf = rowsBy(statements.memberships.all(asked), (it) => it.gridId);
  const packageIdsOf = rowsBy(statements.packageIds.all(asked), (it) => it.gridId);
  const featuresOf = rowsBy(statements.features.all(asked), (it) => it.gridId);
  const elementsOf = rowsBy(statements.elements.all(asked), (it) => it.gridId);
  const formerSlugsOf = rowsBy(statements.formerSlugs.all(asked), (it) => it.gridId);

  return ids.flatMap((id) => {
    const row = rows.get(id);
    if (!row) return [];
    return {
      ...row,
      memberships: membershipsOf(id),
      packageIds: packageIdsOf(id).map((it) => it.packageId),
      features: featuresOf(id),
      elements: elementsOf(id),
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

/** So many ids of packages or grids above one, rising, for a walk over all of them. */
export function listIdsAfter(kind: 'package' | 'grid', after: number, limit: number): number[] {
  return idStatements()
    [kind].all({ after, limit })
    .map((it) => it.id);
}

/** All categories by rising id; there are few. */
export function listCategoryFacts() {
  return idStatements().category.all();
}

const wholeStatements = prepared((db) => ({
  sources: db.select().from(sources).orderBy(asc(sources.key)).prepare(),
  // Each pair is held both ways.
  synonyms: db
    .select({ term: searchSynonyms.term, other: searchSynonyms.other })
    .from(searchSynonyms)
    .where(sql`${searchSynonyms.term} < ${searchSynonyms.other}`)
    .orderBy(asc(searchSynonyms.term), asc(searchSynonyms.other))
    .prepare(),
}));

/** What is known of the catalogue as a whole: when it was compiled, its sources, and the words that stand for one another, two by two. */
export function listCatalogueFacts() {
  const statements = wholeStatements();
  return {
    generated: findCatalogueLoad()?.generated ?? null,
    sources: statements.sources.all(),
    synonyms: statements.synonyms.all().map(({ term, other }) => [term, other]),
  };
}

/** Reads all of it as it is at one moment, whatever is written meanwhile. */
export function readSnapshot<Result>(read: () => Result): Result {
  return database().transaction(read, { behavior: 'deferred' });
}
