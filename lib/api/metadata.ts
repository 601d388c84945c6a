import type { PackageExample, Version } from '@/db/schema';
import type { Micros } from '@/lib/time';
import { toWeekRow, type WeekOfMetrics } from '@/lib/package/weekly-metrics';
import { timeText, type Setting } from './documents';
import type { CatalogueMetadata, GridMetadata, PackageMetadata } from './schemas/metadata';

interface FormerSlugRow {
  id: number;
  oldSlug: string;
  createdAt: Micros;
}

interface Timestamps {
  createdAt: Micros;
  modifiedAt: Micros;
}

type ReleaseRow = Omit<Version, 'packageId'>;

type ExampleRow = Omit<PackageExample, 'packageId'>;

export interface PackageRow {
  repoWatchers: number | null;
  repoForks: number | null;
  repoFiguresAt: Micros | null;
  repoFiguresSource: string | null;
  commitsOver52: number[] | null;
  commitsAsOf: Micros | null;
  commitCount: number | null;
  openIssues: number | null;
  downloads: number | null;
  downloadsAt: Micros | null;
  figuresFrom: string | null;
  pypiName: string | null;
  latestVersion: string | null;
  pypiDownloadRank: number | null;
  requiresPython: string | null;
  licence: string | null;
  developmentStatus: number | null;
  pythonVersions: string[] | null;
  djangoVersions: string[] | null;
  snapshotCommit: string | null;
  snapshotAt: Micros | null;
  usageCount: number | null;
  usageCountedAt: Micros | null;
  isDeprecated: boolean;
  deprecatedAt: Micros | null;
  isArchived: boolean;
  archivedAt: Micros | null;
  statusSource: string | null;
  replacedById: number | null;
  replacementUrl: string | null;
  isLocked: boolean;
  versions: ReleaseRow[];
  examples: ExampleRow[];
  formerSlugs: FormerSlugRow[];
  weeks: WeekOfMetrics[];
}

/** Whether documents are public. Others also have the examples that no editor has approved, and say so. */
export interface Scope {
  isPublic: boolean;
}

export function packageMetadata(
  it: PackageRow,
  { links, zone }: Setting,
  { isPublic }: Scope = { isPublic: true },
): PackageMetadata {
  const time = (value: Micros | null) => timeText(value, zone);
  return {
    repo_watchers: it.repoWatchers,
    repo_forks: it.repoForks,
    repo_figures_date: time(it.repoFiguresAt),
    repo_figures_source: it.repoFiguresSource,
    commits_over_52: it.commitsOver52,
    commits_date: time(it.commitsAsOf),
    commit_count: it.commitCount,
    open_issues: it.openIssues,
    downloads_last_month: it.downloads,
    downloads_date: time(it.downloadsAt),
    figures_source: it.figuresFrom,
    pypi_name: it.pypiName,
    reported_version: it.latestVersion,
    pypi_download_rank: it.pypiDownloadRank,
    requires_python: it.requiresPython,
    licence: it.licence,
    development_status: it.developmentStatus,
    python_versions: it.pythonVersions,
    django_versions: it.djangoVersions,
    snapshot_commit: it.snapshotCommit,
    snapshot_date: time(it.snapshotAt),
    usage_count: it.usageCount,
    usage_date: time(it.usageCountedAt),
    deprecated: it.isDeprecated,
    deprecated_date: time(it.deprecatedAt),
    archived: it.isArchived,
    archived_date: time(it.archivedAt),
    status_source: it.statusSource,
    replaced_by: it.replacedById === null ? null : links.package(it.replacedById),
    replacement_url: it.replacementUrl,
    releases: it.versions.map((release) => ({
      id: release.id,
      number: release.number,
      date: time(release.releasedAt),
      precision: release.datePrecision,
      source: release.source,
      hidden: release.isHidden,
      first_seen: time(release.firstSeenAt),
    })),
    examples: it.examples
      .filter(({ isActive }) => isActive === true || !isPublic)
      .map(({ id, title, url, isActive, ...edited }) => ({
        ...{ id, title, url, ...(isActive !== true && { active: isActive }) },
        ...editedText(edited, zone),
      })),
    former_slugs: it.formerSlugs.map((slug) => formerSlugOf(slug, zone)),
    history: it.weeks.map(toWeekRow),
    ...(it.isLocked && { locked: true }),
  };
}

interface FeatureRow extends Timestamps {
  id: number;
  title: string;
  description: string;
  metric: string | null;
  position: number;
}

interface CellRow extends Timestamps {
  id: number;
  featureId: number;
  packageId: number;
  text: string;
  evidence: string;
  comment: string;
  confirmedAt: Micros | null;
}

export interface GridRow {
  gridPackages: { id: number; packageId: number; createdAt: Micros }[];
  features: FeatureRow[];
  cells: CellRow[];
  formerSlugs: FormerSlugRow[];
}

export function gridMetadata(it: GridRow, { zone }: Setting): GridMetadata {
  return {
    memberships: it.gridPackages.map(({ id, packageId, createdAt }) => ({
      id,
      package: packageId,
      created: timeText(createdAt, zone),
    })),
    features: it.features.map(({ id, title, description, metric, position, ...edited }) => ({
      id,
      title,
      description,
      metric,
      ...(position !== 0 && { position }),
      ...editedText(edited, zone),
    })),
    cells: it.cells.map(
      ({ id, featureId, packageId, text, evidence, comment, confirmedAt, ...edited }) => ({
        id,
        feature: featureId,
        package: packageId,
        text,
        evidence,
        // Who confirmed it is not said: names of accounts mean nothing at another site.
        ...(comment !== '' && { comment }),
        ...(confirmedAt !== null && { confirmed: timeText(confirmedAt, zone) }),
        ...editedText(edited, zone),
      }),
    ),
    former_slugs: it.formerSlugs.map((slug) => formerSlugOf(slug, zone)),
  };
}

interface CatalogueRow {
  generated: string | null;
  sources: { key: string; description: string }[];
  synonyms: string[][];
}

/** Terms of use of the data; details are at /terms/. */
export const DATA_TERMS =
  'Facts from public sources, listed in the catalogue. Free to use; please credit the sources when you publish figures.';

export function catalogueMetadata({
  generated,
  sources,
  synonyms,
}: CatalogueRow): CatalogueMetadata {
  return { generated, sources, synonyms, licence: DATA_TERMS };
}

function formerSlugOf({ id, oldSlug, createdAt }: FormerSlugRow, zone: string) {
  return { id, slug: oldSlug, created: timeText(createdAt, zone) };
}

function editedText({ createdAt, modifiedAt }: Timestamps, zone: string) {
  return { created: timeText(createdAt, zone), modified: timeText(modifiedAt, zone) };
}
