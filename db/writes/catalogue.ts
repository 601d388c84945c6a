import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { CatalogueFile, CatalogueGrid, CataloguePackage } from '@/lib/transfer/catalogue-file';
import { MICROS_PER_DAY, type Micros } from '@/lib/time';
import { isPreRelease } from '@/lib/versions';
import { database, type Database } from '../client';
import { reindex, saveSynonyms } from './search-index';
import {
  catalogueLoads,
  categories,
  elements,
  features,
  grids,
  memberships,
  packages,
  packageSupport,
  sources,
  versions,
} from '../schema';
import { saveHealth } from './health';

/** Ids below are those of djangopackages.org, so that records imported from there later can't collide. */
const FIRST_OWN_ID = 1_000_001;

/** Rows a statement; the widest table has 39 columns and SQLite takes 32,766 values. */
const BATCH = 500;

type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];
type NewPackage = typeof packages.$inferInsert;
type NewVersion = typeof versions.$inferInsert;

interface Load {
  sha256: string;
  loadedAt: Micros;
  /** Stands in for a missing `created` or `modified`. */
  generatedAt: Micros;
  /** When the reference's usage counts were taken. */
  usageCountedAt: Micros;
}

/**
 * Fills an empty database with a whole catalogue, in one transaction: all of it or nothing. Says whether it did: a database that
 * holds one already, perhaps by another process a moment ago, stays as it is.
 */
export function saveCatalogue(file: CatalogueFile, load: Load): boolean {
  return database().transaction(
    (tx) => {
      if (tx.select().from(catalogueLoads).get()) return false;
      const nextId = counter();
      const packageIds = assignIds(file.packages);
      const packageRows = file.packages.map((it) => ({
        it,
        id: packageIds(it.slug),
        versions: versionRows(it, packageIds(it.slug), nextId.version),
      }));

      insert(
        tx,
        categories,
        file.categories.map((it) => ({
          id: it.id,
          slug: it.slug,
          title: it.title,
          titlePlural: it.title_plural,
          description: it.description,
          showPypi: it.show_pypi,
          ...editedAt(it, load),
        })),
      );
      const categoryIds = new Map(file.categories.map((it) => [it.slug, it.id]));
      const byRepository = new Map(
        file.packages.map((it) => [it.repo_url?.toLowerCase(), packageIds(it.slug)]),
      );

      // A package names its latest version and a replacement, both of which come after it.
      tx.run('pragma defer_foreign_keys = on');
      insert(
        tx,
        packages,
        packageRows.map(({ it, id, versions: own }) => ({
          ...packageRow(it, id, own, load),
          categoryId: required(categoryIds.get(it.category)),
          ...replacement(it, byRepository, packageIds),
        })),
      );
      insert(
        tx,
        versions,
        packageRows.flatMap((row) => row.versions),
      );
      insert(
        tx,
        packageSupport,
        packageRows.flatMap(({ it, id }) => supportRows(it, id)),
      );
      saveGrids(tx, file, packageIds, load);
      insert(
        tx,
        sources,
        file.sources.map(({ key, what }) => ({ key, description: what })),
      );
      saveSynonyms(file.synonyms);
      reindex();
      tx.insert(catalogueLoads)
        .values({ sha256: load.sha256, generated: file.generated, loadedAt: load.loadedAt })
        .run();
      saveHealth(load.loadedAt);
      return true;
    },
    { behavior: 'immediate' },
  );
}

function packageRow(
  it: CataloguePackage,
  id: number,
  own: NewVersion[],
  load: Load,
): Omit<NewPackage, 'categoryId'> {
  const newest = newestOf(own);
  return {
    id,
    slug: it.slug,
    title: it.title,
    repoUrl: it.repo_url,
    repoDescription: it.repo_description,
    repoWatchers: it.repo_watchers,
    repoForks: it.repo_forks,
    repoFiguresAt: it.repo_watchers_date,
    repoFiguresSource: it.repo_watchers_source,
    pypiName: it.pypi_name,
    pypiUrl: it.pypi_url ?? '',
    pypiDownloadRank: it.pypi_download_rank,
    requiresPython: it.requires_python,
    licence: it.licence,
    developmentStatus: it.development_status,
    documentationUrl: it.documentation_url,
    participants: it.participants,
    commitsOver52: it.commits_over_52,
    commitsAsOf: it.commits_reference_date,
    commitCount: it.snapshot?.commits_total ?? null,
    lastCommitAt: it.last_updated,
    lastFetchedAt: it.last_fetched,
    figuresFrom: it.figures_from,
    snapshotCommit: it.snapshot?.commit ?? null,
    snapshotAt: it.snapshot?.date ?? null,
    latestVersionId: own.find((version) => version.number === it.pypi_version)?.id ?? null,
    lastReleaseNumber: newest?.number ?? null,
    lastReleaseAt: newest?.releasedAt ?? null,
    lastReleasePrecision: newest?.datePrecision ?? 'time',
    usageCount: it.usage_count_2022,
    usageCountedAt: it.usage_count_2022 === null ? null : load.usageCountedAt,
    isDeprecated: it.status?.deprecated === true || typeof it.status?.deprecated_by === 'string',
    deprecatedAt: it.status?.deprecated_at ?? null,
    statusSource: it.status?.source ?? null,
    isArchived: it.status?.archived ?? false,
    archivedAt: it.status?.archived_at ?? null,
    ...editedAt(it, load),
  };
}

/** The version tags, and the newest version on PyPI where no tag bears its number. */
function versionRows(it: CataloguePackage, packageId: number, nextId: () => number): NewVersion[] {
  const tags = (it.releases ?? []).map<NewVersion>(({ number, date }) => ({
    id: nextId(),
    packageId,
    number,
    releasedAt: date,
    datePrecision: 'day',
    source: 'tag',
  }));
  if (it.pypi_version === null || tags.some((tag) => tag.number === it.pypi_version)) return tags;
  return [
    {
      id: nextId(),
      packageId,
      number: it.pypi_version,
      releasedAt: it.pypi_released,
      datePrecision: 'month',
      source: 'pypi',
    },
    ...tags,
  ];
}

/** The newest release: no pre-release where there is any other, and one known to the month counts as of its last day. */
function newestOf(own: NewVersion[]): NewVersion | undefined {
  const latestTime = ({ releasedAt, datePrecision }: NewVersion) =>
    (releasedAt ?? 0) + (datePrecision === 'month' ? 30 * MICROS_PER_DAY : 0);
  const dated = own.filter(({ releasedAt }) => typeof releasedAt === 'number');
  const final = dated.filter(({ number }) => !isPreRelease(number));
  return (final.length > 0 ? final : dated).toSorted((a, b) => latestTime(b) - latestTime(a))[0];
}

function supportRows(it: CataloguePackage, packageId: number) {
  const rows = (product: 'django' | 'python', cycles: string[] | null) =>
    [...new Set(cycles)].map((cycle) => ({ packageId, product, cycle }));
  return [...rows('django', it.django_versions), ...rows('python', it.python_versions)];
}

function replacement(
  it: CataloguePackage,
  byRepository: Map<string | undefined, number>,
  packageIds: (slug: string) => number,
) {
  const named = it.status?.deprecated_by;
  if (named === undefined || named === null) return {};
  if (!named.includes('/')) return { replacedById: packageIds(named) };
  const id = byRepository.get(named.toLowerCase());
  return id === undefined ? { replacementUrl: named } : { replacedById: id };
}

function saveGrids(
  tx: Transaction,
  file: CatalogueFile,
  packageIds: (slug: string) => number,
  load: Load,
): void {
  const nextId = counter();
  const gridIds = assignIds(file.grids);
  insert(
    tx,
    grids,
    file.grids.map((it) => ({
      id: gridIds(it.slug),
      slug: it.slug,
      title: it.title,
      description: it.description,
      ...editedAt(it, load),
    })),
  );

  // In the order of each package's own list, which is the order in which the API names its grids.
  const joined = file.packages.flatMap((it) =>
    it.grids.map((grid) => ({
      id: nextId.membership(),
      gridId: gridIds(grid),
      packageId: packageIds(it.slug),
      createdAt: load.generatedAt,
    })),
  );
  insert(tx, memberships, joined);
  const membershipIds = new Map(joined.map((it) => [`${it.gridId} ${it.packageId}`, it.id]));

  for (const grid of file.grids) {
    const gridId = gridIds(grid.slug);
    const membershipOf = (slug: string) =>
      required(membershipIds.get(`${gridId} ${packageIds(slug)}`));
    saveTable(tx, grid, gridId, membershipOf, nextId, load);
  }
}

function saveTable(
  tx: Transaction,
  grid: CatalogueGrid,
  gridId: number,
  membershipOf: (slug: string) => number,
  nextId: ReturnType<typeof counter>,
  load: Load,
): void {
  const made = editedAt(grid, load);
  const featureIds = new Map(grid.features.map((it) => [it.id, nextId.feature()]));
  insert(
    tx,
    features,
    grid.features.map(({ id, title, description }) => ({
      id: required(featureIds.get(id)),
      gridId,
      title,
      description,
      ...made,
    })),
  );
  insert(
    tx,
    elements,
    grid.elements.map(({ feature, package: slug, text, evidence }) => ({
      id: nextId.element(),
      gridId,
      featureId: required(featureIds.get(feature)),
      membershipId: membershipOf(slug),
      text,
      evidence,
      ...made,
    })),
  );
}

function insert<Table extends SQLiteTable>(
  tx: Transaction,
  table: Table,
  rows: Table['$inferInsert'][],
): void {
  for (let start = 0; start < rows.length; start += BATCH) {
    tx.insert(table)
      .values(rows.slice(start, start + BATCH))
      .run();
  }
}

function editedAt(it: { created: Micros | null; modified: Micros | null }, load: Load) {
  const createdAt = it.created ?? load.generatedAt;
  return { createdAt, modifiedAt: it.modified ?? createdAt };
}

/** Gives each record its own id, or the next free one from FIRST_OWN_ID up in the order of the file. */
function assignIds(records: { id: number | null; slug: string }[]): (slug: string) => number {
  let next = FIRST_OWN_ID;
  const ids = new Map(records.map(({ id, slug }) => [slug, id ?? next++]));
  return (slug) => required(ids.get(slug));
}

function counter() {
  const from = () => {
    let next = FIRST_OWN_ID;
    return () => next++;
  };
  return { version: from(), membership: from(), feature: from(), element: from() };
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('The catalogue was not checked before it was saved.');
  return value;
}
