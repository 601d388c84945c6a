import type { GridMetadataRow, PackageMetadataRow } from '@/db/queries/metadata';
import { timeText } from '@/lib/api/documents';
import { csvRow } from '@/lib/text/csv';
import { developmentStatusName } from '@/lib/package/development-status';
import type { Micros } from '@/lib/time';
import { allGrids, allPackages } from './walk';

type Value = string | number | boolean | null | undefined;

/** The columns of a table, keyed by header. */
type Columns<Row> = Record<string, (row: Row) => Value>;

const list = (values: string[] | null) => values?.join(' ');
const utc = (time: Micros | null) => timeText(time, 'UTC');

const packageColumns: Columns<PackageMetadataRow> = {
  id: (it) => it.id,
  slug: (it) => it.slug,
  title: (it) => it.title,
  category: (it) => it.category,
  grids: (it) => list(it.gridPackages.map(({ grid }) => grid)),
  repo_url: (it) => it.repoUrl,
  repo_description: (it) => it.repoDescription,
  repo_watchers: (it) => it.repoWatchers,
  repo_forks: (it) => it.repoForks,
  repo_figures_date: (it) => utc(it.repoFiguresAt),
  repo_figures_source: (it) => it.repoFiguresSource,
  pypi_name: (it) => it.pypiName,
  pypi_version: (it) => it.pypiVersion,
  pypi_download_rank: (it) => it.pypiDownloadRank,
  last_release: (it) => it.lastReleaseNumber,
  last_release_date: (it) => utc(it.lastReleaseAt),
  last_release_precision: (it) => (it.lastReleaseAt === null ? null : it.lastReleasePrecision),
  last_commit: (it) => utc(it.lastCommitAt),
  commit_count: (it) => it.commitCount,
  contributors: (it) => (it.participants.length > 0 ? it.participants.length : null),
  licence: (it) => it.licence,
  requires_python: (it) => it.requiresPython,
  python_versions: (it) => list(it.pythonVersions),
  django_versions: (it) => list(it.djangoVersions),
  development_status: (it) => developmentStatusName(it.developmentStatus),
  documentation_url: (it) => it.documentationUrl,
  usage_count: (it) => it.usageCount,
  deprecated: (it) => it.isDeprecated,
  archived: (it) => it.isArchived,
  replaced_by: (it) => it.replacedBy ?? it.replacementUrl,
  created: (it) => utc(it.createdAt),
  modified: (it) => utc(it.modifiedAt),
};

const gridColumns: Columns<GridMetadataRow> = {
  id: (it) => it.id,
  slug: (it) => it.slug,
  title: (it) => it.title,
  description: (it) => it.description,
  packages: (it) => it.gridPackages.length,
  features: (it) => it.features.length,
  cells: (it) => it.cells.length,
  is_locked: (it) => it.isLocked,
  header: (it) => it.isHeader,
  created: (it) => utc(it.createdAt),
  modified: (it) => utc(it.modifiedAt),
};

function* gridPackagesOf({ id, slug, gridPackages }: GridMetadataRow) {
  for (const it of gridPackages) yield { ...it, gridId: id, grid: slug };
}

const gridPackageColumns: Columns<
  ReturnType<typeof gridPackagesOf> extends Iterable<infer Row> ? Row : never
> = {
  grid_id: (it) => it.gridId,
  grid: (it) => it.grid,
  package_id: (it) => it.packageId,
  package: (it) => it.package,
  created: (it) => utc(it.createdAt),
};

function* cellsOf({ slug, features, cells }: GridMetadataRow) {
  const titles = new Map(features.map((it) => [it.id, it.title]));
  for (const it of cells) yield { ...it, grid: slug, feature: titles.get(it.featureId) };
}

const cellColumns: Columns<ReturnType<typeof cellsOf> extends Iterable<infer Row> ? Row : never> = {
  grid_id: (it) => it.gridId,
  grid: (it) => it.grid,
  feature_id: (it) => it.featureId,
  feature: (it) => it.feature,
  package_id: (it) => it.packageId,
  package: (it) => it.package,
  text: (it) => it.text,
  evidence: (it) => it.evidence,
};

/** A header row and a row per record; unknown values are empty. */
function* table<Row>(columns: Columns<Row>, rows: Iterable<Row>) {
  yield csvRow(Object.keys(columns));
  for (const row of rows) {
    yield csvRow(Object.values(columns).map((read) => String(read(row) ?? '')));
  }
}

function* each<Whole, Part>(wholes: Iterable<Whole>, partsOf: (whole: Whole) => Iterable<Part>) {
  for (const whole of wholes) yield* partsOf(whole);
}

export const packageTable = () => table(packageColumns, allPackages());
export const gridTable = () => table(gridColumns, allGrids());
export const gridPackageTable = () => table(gridPackageColumns, each(allGrids(), gridPackagesOf));
export const cellTable = () => table(cellColumns, each(allGrids(), cellsOf));
