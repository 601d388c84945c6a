import { newestRelease } from '@/lib/package/newest-release';
import type { Micros } from '@/lib/time';
import { compareVersions } from '@/lib/package/versions';
import type { CataloguePackage } from '../shape';
import type { Counters } from './ids';
import { timestampsOf, type Timestamps } from './timestamps';

interface VersionRecord {
  id: number;
  packageId: number;
  number: string;
  releasedAt: Micros | null;
  datePrecision: 'time' | 'day' | 'month';
  source: 'tag' | 'pypi';
  isHidden: boolean;
  firstSeenAt: Micros;
}

/** A package's own columns. */
export function packageColumns(it: CataloguePackage, moments: Timestamps) {
  return {
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
    commitCount: it.commit_count ?? it.snapshot?.commits_total ?? null,
    lastCommitAt: it.last_updated,
    lastFetchedAt: it.last_fetched,
    figuresFrom: it.figures_from,
    snapshotCommit: it.snapshot?.commit ?? null,
    snapshotAt: it.snapshot?.date ?? null,
    usageCount: it.usage_count_2022,
    usageCountedAt:
      it.usage_counted !== undefined
        ? it.usage_counted
        : it.usage_count_2022 === null
          ? null
          : moments.usageCountedAt,
    isDeprecated: it.status?.deprecated === true || typeof it.status?.deprecated_by === 'string',
    deprecatedAt: it.status?.deprecated_at ?? null,
    statusSource: it.status?.source ?? null,
    isArchived: it.status?.archived ?? false,
    archivedAt: it.status?.archived_at ?? null,
    ...timestampsOf(it, moments),
  };
}

/** The version that PyPI reports as latest, and the newest release (lib/package/newest-release.ts). */
export function latestOf(it: CataloguePackage, versions: VersionRecord[]) {
  const latest = versions.find((version) => version.number === it.pypi_version);
  return {
    latestVersion: latest?.number ?? null,
    latestVersionId: latest?.id ?? null,
    ...newestRelease(
      versions.map((version) => ({
        ...version,
        isOnPypi: version.source === 'pypi' || version === latest,
      })),
    ),
  };
}

/** The listed releases, plus the newest version on PyPI if it isn't among them. */
export function versionsOf(
  it: CataloguePackage,
  packageId: number,
  nextId: () => number,
  { generatedAt }: Timestamps,
): VersionRecord[] {
  const listed = it.releases ?? [];
  const isListed = listed.some((release) => release.number === it.pypi_version);
  const onPypi = it.pypi_version !== null && !isListed ? [it.pypi_version] : [];
  return [
    ...onPypi.map((number) => ({
      id: nextId(),
      packageId,
      number,
      releasedAt: it.pypi_released,
      datePrecision: 'month' as const,
      source: 'pypi' as const,
      isHidden: false,
      firstSeenAt: generatedAt,
    })),
    ...listed.map(({ number, date, precision, source, hidden, first_seen, row }) => ({
      id: row ?? nextId(),
      packageId,
      number,
      releasedAt: date,
      datePrecision: precision,
      source,
      isHidden: hidden,
      firstSeenAt: first_seen ?? generatedAt,
    })),
  ];
}

export function examplesOf(it: CataloguePackage, packageId: number, next: Counters) {
  return it.examples.map(({ title, url, active, created, modified, row }) => ({
    id: row ?? next.example(),
    packageId,
    title,
    url,
    isActive: active,
    createdAt: created,
    modifiedAt: modified,
  }));
}

/** Deduplicates release cycles and sorts them, oldest first. */
export function cyclesOf(cycles: string[] | null): string[] | null {
  return cycles === null ? null : [...new Set(cycles)].sort(compareVersions);
}

/** The package or URL that replaces a deprecated package. */
export function replacementOf(
  it: CataloguePackage,
  byRepository: Map<string, number>,
  packageIds: (slug: string) => number,
) {
  const named = it.status?.deprecated_by ?? null;
  const literal = it.status?.replacement_url ?? null;
  if (named === null) return { replacedById: null, replacementUrl: literal };
  if (!named.includes('/')) return { replacedById: packageIds(named), replacementUrl: literal };
  const id = byRepository.get(named.toLowerCase());
  return id === undefined
    ? { replacedById: null, replacementUrl: literal ?? named }
    : { replacedById: id, replacementUrl: literal };
}
