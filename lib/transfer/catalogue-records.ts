import { MICROS_PER_DAY, type Micros } from '@/lib/time';
import { compareVersions, isPreRelease } from '@/lib/versions';
import type { CatalogueFile, CatalogueGrid, CataloguePackage } from './catalogue-file';

/** Ids below are those of djangopackages.org, so that records imported from there later can't collide. */
export const FIRST_OWN_ID = 1_000_001;

/** What stands in where a file does not say it. */
export interface Moments {
  /** For a missing `created` or `modified`. */
  generatedAt: Micros;
  /** When the reference's usage counts were taken. */
  usageCountedAt: Micros;
}

type Precision = 'time' | 'day' | 'month';

interface VersionRecord {
  id: number;
  packageId: number;
  number: string;
  releasedAt: Micros | null;
  datePrecision: Precision;
  source: 'tag' | 'pypi';
  isHidden: boolean;
}

export type CatalogueRecords = ReturnType<typeof recordsOf>;

/** A catalogue file, which names records by their slugs, as rows with ids. */
export function recordsOf(file: CatalogueFile, moments: Moments) {
  const next = counters(file);
  const packageIds = assignIds(file.packages);
  const gridIds = assignIds(file.grids);
  const categoryIds = new Map(file.categories.map((it) => [it.slug, it.id]));
  const byRepository = new Map(
    file.packages.flatMap((it) =>
      it.repo_url === null ? [] : [[it.repo_url.toLowerCase(), packageIds(it.slug)] as const],
    ),
  );
  const membershipOf = joinGrids(file, packageIds, gridIds, next.membership, moments);

  return {
    generated: file.generated,
    sources: file.sources.map(({ key, what }) => ({ key, description: what })),
    synonyms: file.synonyms,
    categories: file.categories.map((it) => ({
      id: it.id,
      slug: it.slug,
      title: it.title,
      titlePlural: it.title_plural,
      description: it.description,
      showPypi: it.show_pypi,
      ...editedAt(it, moments),
    })),
    packages: file.packages.map((it) => {
      const id = packageIds(it.slug);
      const versions = versionsOf(it, id, next.version);
      return {
        ...packageColumns(it, moments),
        ...latestOf(it, versions),
        id,
        categoryId: required(categoryIds.get(it.category)),
        ...replacementOf(it, byRepository, packageIds),
        gridIds: it.grids.map(gridIds),
        versions,
        djangoVersions: cyclesOf(it.django_versions),
        pythonVersions: cyclesOf(it.python_versions),
        examples: it.examples.map(({ title, url, active, created, modified, row }) => ({
          id: row ?? next.example(),
          packageId: id,
          title,
          url,
          isActive: active,
          createdAt: created,
          modifiedAt: modified,
        })),
        formerSlugs: it.former_slugs.map(({ slug, created, row }) => ({
          id: row ?? next.formerSlug(),
          kind: 'package' as const,
          packageId: id,
          oldSlug: slug,
          createdAt: created,
        })),
      };
    }),
    grids: file.grids.map((it) => {
      const id = gridIds(it.slug);
      return {
        ...gridColumns(it, id, moments),
        packageIds: it.packages.map(packageIds),
        memberships: it.packages
          .map((slug) => required(membershipOf.get(`${it.slug} ${slug}`)))
          .sort((a, b) => a.id - b.id),
        ...tableOf(it, id, membershipOf, next, moments),
        formerSlugs: it.former_slugs.map(({ slug, created, row }) => ({
          id: row ?? next.formerSlug(),
          kind: 'grid' as const,
          gridId: id,
          oldSlug: slug,
          createdAt: created,
        })),
      };
    }),
  };
}

function packageColumns(it: CataloguePackage, moments: Moments) {
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
    ...editedAt(it, moments),
  };
}

/** The latest version as PyPI has it, and the newest release of all. */
function latestOf(it: CataloguePackage, versions: VersionRecord[]) {
  const latest = versions.find((version) => version.number === it.pypi_version);
  return {
    latestVersion: latest?.number ?? null,
    latestVersionId: latest?.id ?? null,
    ...newestRelease(versions),
  };
}

/** The version tags, and the newest version on PyPI where no tag bears its number. */
function versionsOf(
  it: CataloguePackage,
  packageId: number,
  nextId: () => number,
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
    })),
    ...listed.map(({ number, date, precision, source, hidden, row }) => ({
      id: row ?? nextId(),
      packageId,
      number,
      releasedAt: date,
      datePrecision: precision,
      source,
      isHidden: hidden,
    })),
  ];
}

type Dated = Pick<VersionRecord, 'number' | 'releasedAt' | 'datePrecision' | 'isHidden'>;

/** The newest release: no pre-release where there is any other, and one known to the month counts as of its last day. */
export function newestRelease(versions: Dated[]) {
  const latestTime = ({ releasedAt, datePrecision }: Dated) =>
    (releasedAt ?? 0) + (datePrecision === 'month' ? 30 * MICROS_PER_DAY : 0);
  const dated = versions.filter(({ releasedAt, isHidden }) => releasedAt !== null && !isHidden);
  const final = dated.filter(({ number }) => !isPreRelease(number));
  const [newest] = (final.length > 0 ? final : dated).toSorted(
    (a, b) => latestTime(b) - latestTime(a),
  );
  return {
    lastReleaseNumber: newest?.number ?? null,
    lastReleaseAt: newest?.releasedAt ?? null,
    lastReleasePrecision: newest?.datePrecision ?? ('time' as const),
  };
}

/** Oldest first, each once. */
function cyclesOf(cycles: string[] | null): string[] | null {
  return cycles === null ? null : [...new Set(cycles)].sort(compareVersions);
}

function replacementOf(
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

function gridColumns(it: CatalogueGrid, id: number, moments: Moments) {
  return {
    id,
    slug: it.slug,
    title: it.title,
    description: it.description,
    isLocked: it.is_locked,
    isHeader: it.header,
    ...editedAt(it, moments),
  };
}

interface MembershipRecord {
  id: number;
  gridId: number;
  packageId: number;
  createdAt: Micros;
}

/** In the order of each package's own list, which is the order in which the API names its grids. */
function joinGrids(
  file: CatalogueFile,
  packageIds: (slug: string) => number,
  gridIds: (slug: string) => number,
  nextId: () => number,
  { generatedAt }: Moments,
): Map<string, MembershipRecord> {
  const known = new Map<string, { created: Micros; row?: number | undefined }>(
    file.grids.flatMap(({ slug, memberships }) =>
      memberships.map((it) => [`${slug} ${it.package}`, it] as const),
    ),
  );
  return new Map<string, MembershipRecord>(
    file.packages.flatMap((it) =>
      it.grids.map((grid): [string, MembershipRecord] => {
        const key = `${grid} ${it.slug}`;
        const own = known.get(key);
        const record = {
          id: own?.row ?? nextId(),
          gridId: gridIds(grid),
          packageId: packageIds(it.slug),
          createdAt: own?.created ?? generatedAt,
        };
        return [key, record];
      }),
    ),
  );
}

/** The features and cells of a grid. */
function tableOf(
  grid: CatalogueGrid,
  gridId: number,
  membershipOf: Map<string, MembershipRecord>,
  next: ReturnType<typeof counters>,
  moments: Moments,
) {
  const made = editedAt(grid, moments);
  const features = grid.features.map((it) => ({
    id: it.row ?? next.feature(),
    gridId,
    title: it.title,
    description: it.description,
    createdAt: it.created ?? made.createdAt,
    modifiedAt: it.modified ?? made.modifiedAt,
  }));
  const featureIds = new Map(grid.features.map(({ id }, index) => [id, features[index]?.id]));
  const elements = grid.elements.map((it) => {
    const membership = required(membershipOf.get(`${grid.slug} ${it.package}`));
    return {
      id: it.row ?? next.element(),
      gridId,
      featureId: required(featureIds.get(it.feature)),
      membershipId: membership.id,
      packageId: membership.packageId,
      text: it.text,
      evidence: it.evidence,
      createdAt: it.created ?? made.createdAt,
      modifiedAt: it.modified ?? made.modifiedAt,
    };
  });
  return { features, elements };
}

function editedAt(it: { created: Micros | null; modified: Micros | null }, moments: Moments) {
  const createdAt = it.created ?? moments.generatedAt;
  return { createdAt, modifiedAt: it.modified ?? createdAt };
}

/** Gives each record its own id, or the next free one from FIRST_OWN_ID up in the order of the file. */
function assignIds(records: { id: number | null; slug: string }[]): (slug: string) => number {
  const next = counter(records.map(({ id }) => id ?? undefined));
  const ids = new Map(records.map(({ id, slug }) => [slug, id ?? next()]));
  return (slug) => required(ids.get(slug));
}

/** Counts up from FIRST_OWN_ID, or from above the numbers that are taken. */
function counter(taken: (number | undefined)[]): () => number {
  let next = taken.reduce<number>((most, it) => Math.max(most, (it ?? 0) + 1), FIRST_OWN_ID);
  return () => next++;
}

function counters({ packages, grids }: CatalogueFile) {
  const above = (rows: { row?: number | undefined }[]) => counter(rows.map(({ row }) => row));
  return {
    version: above(packages.flatMap((it) => it.releases ?? [])),
    example: above(packages.flatMap((it) => it.examples)),
    formerSlug: above([...packages, ...grids].flatMap((it) => it.former_slugs)),
    membership: above(grids.flatMap((it) => it.memberships)),
    feature: above(grids.flatMap((it) => it.features)),
    element: above(grids.flatMap((it) => it.elements)),
  };
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('The catalogue was not checked before it was read.');
  return value;
}
