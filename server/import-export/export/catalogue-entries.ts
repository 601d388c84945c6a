import type {
  listCategoryMetadata,
  GridMetadataRow,
  PackageMetadataRow,
} from '@/db/queries/metadata';
import { developmentStatusName } from '@/lib/package/development-status';
import { formatIso, type Micros } from '@/lib/time';

// Entries of the catalogue file, as lib/catalogue-file/parse.ts reads them.

type CategoryRow = ReturnType<typeof listCategoryMetadata>[number];

/** ISO 8601 in UTC, exact to the microsecond and independent of the site's time zone. */
export function utc(time: Micros): string;
export function utc(time: Micros | null): string | null;
export function utc(time: Micros | null): string | null {
  return time === null ? null : formatIso(time, 'UTC').replace(/\+00:00$/, 'Z');
}

const edited = (it: { createdAt: Micros; modifiedAt: Micros }) => ({
  created: utc(it.createdAt),
  modified: utc(it.modifiedAt),
});

const formerSlugs = (rows: { id: number; oldSlug: string; createdAt: Micros }[]) =>
  rows.map((it) => ({ row: it.id, slug: it.oldSlug, created: utc(it.createdAt) }));

export function categoryEntry(it: CategoryRow) {
  return {
    id: it.id,
    slug: it.slug,
    title: it.title,
    title_plural: it.titlePlural,
    description: it.description,
    show_pypi: it.showPypi,
    ...edited(it),
  };
}

export function packageEntry(it: PackageMetadataRow) {
  return {
    id: it.id,
    slug: it.slug,
    title: it.title,
    category: it.category,
    grids: it.memberships.map(({ grid }) => grid),
    repo_url: it.repoUrl,
    repo_description: it.repoDescription,
    repo_watchers: it.repoWatchers,
    repo_forks: it.repoForks,
    repo_watchers_source: it.repoFiguresSource,
    repo_watchers_date: utc(it.repoFiguresAt),
    pypi_name: it.pypiName,
    pypi_url: it.pypiUrl === '' ? null : it.pypiUrl,
    pypi_version: it.latestVersion,
    pypi_released: null,
    pypi_download_rank: it.pypiDownloadRank,
    documentation_url: it.documentationUrl,
    ...edited(it),
    last_updated: utc(it.lastCommitAt),
    last_fetched: utc(it.lastFetchedAt),
    commits_over_52: it.commitsOver52,
    commits_reference_date: utc(it.commitsAsOf),
    participants: it.participants,
    figures_from: it.figuresFrom,
    licence: it.licence,
    requires_python: it.requiresPython,
    python_versions: it.pythonVersions,
    django_versions: it.djangoVersions,
    development_status: statusText(it.developmentStatus),
    releases: it.versions.map(({ id, number, releasedAt, ...rest }) => ({
      row: id,
      number,
      date: utc(releasedAt),
      precision: rest.datePrecision,
      source: rest.source,
      hidden: rest.isHidden,
      first_seen: utc(rest.firstSeenAt),
    })),
    usage_count_2022: it.usageCount,
    usage_counted: utc(it.usageCountedAt),
    status: statusOf(it),
    snapshot:
      it.snapshotAt === null
        ? null
        : {
            commit: it.snapshotCommit,
            date: utc(it.snapshotAt),
            commits_total: it.commitCount,
          },
    commit_count: it.commitCount,
    examples: it.examples.map(({ id, title, url, isActive, ...rest }) => ({
      row: id,
      title,
      url,
      active: isActive,
      ...edited(rest),
    })),
    former_slugs: formerSlugs(it.formerSlugs),
  };
}

function statusText(status: number | null): string | null {
  const name = developmentStatusName(status);
  return status === null || name === undefined ? null : `${status} - ${name}`;
}

function statusOf(it: PackageMetadataRow) {
  if (!it.isDeprecated && !it.isArchived && it.statusSource === null) return null;
  return {
    deprecated: it.isDeprecated,
    deprecated_at: utc(it.deprecatedAt),
    deprecated_by: it.replacedBy,
    replacement_url: it.replacementUrl,
    archived: it.isArchived,
    archived_at: utc(it.archivedAt),
    source: it.statusSource,
  };
}

export function gridEntry(it: GridMetadataRow) {
  return {
    id: it.id,
    slug: it.slug,
    title: it.title,
    description: it.description,
    is_locked: it.isLocked,
    header: it.isHeader,
    ...edited(it),
    packages: it.memberships.map((member) => member.package),
    memberships: it.memberships.map(({ id, package: slug, createdAt }) => ({
      row: id,
      package: slug,
      created: utc(createdAt),
    })),
    features: it.features.map(({ id, title, description, ...rest }) => ({
      id,
      row: id,
      title,
      description,
      ...edited(rest),
    })),
    elements: it.elements.map(({ id, featureId, package: slug, text, evidence, ...rest }) => ({
      row: id,
      feature: featureId,
      package: slug,
      text,
      evidence,
      ...edited(rest),
    })),
    former_slugs: formerSlugs(it.formerSlugs),
  };
}
