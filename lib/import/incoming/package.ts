import { z } from 'zod';
import { packageMetadataSchema } from '@/lib/api/schemas/metadata';
import { pypiNameOf } from '@/lib/package/pypi-name';
import { DAY_ZONE, parseTime } from '@/lib/time';
import { count, id, link, linkWithHost, slug, time } from '../fields';
import { fromWeekRow } from '@/lib/package/weekly-metrics';
import { timestampsOf, formerSlugs } from './rows';

const noText = z.literal('').transform(() => null);

/** Parses a time in the facts; null if missing or invalid. */
const factTime = (text: string | null) =>
  text === null ? null : (parseTime(text, DAY_ZONE) ?? null);

/**
 * An export, which isn't public, also has examples that await moderation. A converted catalogue file may list only the newest releases.
 * Older hosts lack some keys.
 */
const packageFacts = packageMetadataSchema
  .extend({
    reported_version: packageMetadataSchema.shape.reported_version.optional(),
    history: packageMetadataSchema.shape.history.optional(),
    open_issues: packageMetadataSchema.shape.open_issues.optional(),
    downloads_last_month: packageMetadataSchema.shape.downloads_last_month.optional(),
    downloads_date: packageMetadataSchema.shape.downloads_date.optional(),
    has_all_releases: z.boolean().default(true),
    releases: z.array(packageMetadataSchema.shape.releases.element.partial({ first_seen: true })),
    examples: z.array(
      packageMetadataSchema.shape.examples.element.extend({
        active: z.boolean().nullable().default(true),
      }),
    ),
  })
  .refine((it) => it.archived || it.archived_date === null, {
    path: ['archived_date'],
    error: 'is only allowed for archived packages',
  })
  .refine((it) => it.deprecated || it.deprecated_date === null, {
    path: ['deprecated_date'],
    error: 'is only allowed for deprecated packages',
  })
  .refine((it) => it.deprecated || (it.replaced_by === null && it.replacement_url === null), {
    path: ['replaced_by'],
    error: 'is only allowed for deprecated packages',
  })
  .refine((it) => [0, 52, undefined].includes(it.commits_over_52?.length), {
    path: ['commits_over_52'],
    error: 'must have 52 weeks',
  })
  .refine((it) => new Set(it.releases.map(({ number }) => number)).size === it.releases.length, {
    path: ['releases'],
    error: 'must not repeat a version',
  })
  .refine((it) => allLate(it.releases.map(({ date }) => date)), {
    path: ['releases'],
    error: 'must be later than 1973-03-03',
  });

/** Release dates are checked here too, since the database rejects times before 1973. */
const allLate = (times: (string | null)[]) =>
  times.every((text) => text === null || time.safeParse(text).success);

const packageShape = z.object({
  category: linkWithHost('categories'),
  grids: z.array(link('grids')).default([]),
  id,
  title: z.string().min(1).max(100),
  slug,
  last_updated: time.nullish(),
  last_fetched: time.nullish(),
  repo_url: noText
    .or(z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).max(200))
    .nullish(),
  pypi_version: noText.or(z.string().max(100)).nullish(),
  created: time,
  modified: time,
  repo_forks: count.nullish(),
  repo_description: z.string().max(5000).nullish(),
  pypi_url: z.string().max(255).nullish(),
  documentation_url: z.string().max(200).nullish(),
  repo_watchers: count.nullish(),
  commits_over_52: z
    .array(count)
    .refine(({ length }) => length === 0 || length === 52, 'must have 52 weeks')
    .nullish(),
  participants: z.array(z.string()).nullish(),
  facts: packageFacts.optional(),
});

/** Parses only what says where a package belongs. */
export const packageHome = packageShape.pick({ id: true, slug: true, category: true });

type PackageShape = z.output<typeof packageShape>;

/** Columns from the old keys, where a 0 or an empty list may mean unknown. */
function oldColumns(it: PackageShape) {
  return {
    slug: it.slug,
    title: it.title,
    repoUrl: it.repo_url ?? null,
    repoDescription: it.repo_description ?? '',
    repoWatchers: it.repo_watchers || null,
    repoForks: it.repo_forks || null,
    pypiUrl: it.pypi_url ?? '',
    pypiName: pypiNameOf(it.pypi_url ?? '') ?? null,
    // Without facts, an empty string means unknown; with facts, it means that there is no documentation.
    documentationUrl: (it.facts ? it.documentation_url : it.documentation_url || null) ?? null,
    commitsOver52: it.commits_over_52?.length === 52 ? it.commits_over_52 : null,
    participants: it.participants ?? [],
    lastCommitAt: it.last_updated ?? null,
    lastFetchedAt: it.last_fetched ?? null,
    createdAt: it.created,
    modifiedAt: it.modified,
  };
}

function factColumns(facts: z.output<typeof packageFacts>) {
  return {
    repoWatchers: facts.repo_watchers,
    repoForks: facts.repo_forks,
    repoFiguresAt: factTime(facts.repo_figures_date),
    repoFiguresSource: facts.repo_figures_source,
    commitsOver52: facts.commits_over_52,
    commitsAsOf: factTime(facts.commits_date),
    commitCount: facts.commit_count,
    openIssues: facts.open_issues,
    downloads: facts.downloads_last_month,
    downloadsAt: facts.downloads_date === undefined ? undefined : factTime(facts.downloads_date),
    figuresFrom: facts.figures_source,
    pypiName: facts.pypi_name,
    pypiDownloadRank: facts.pypi_download_rank,
    requiresPython: facts.requires_python,
    licence: facts.licence,
    developmentStatus: facts.development_status,
    snapshotCommit: facts.snapshot_commit,
    snapshotAt: factTime(facts.snapshot_date),
    usageCount: facts.usage_count,
    usageCountedAt: factTime(facts.usage_date),
    isDeprecated: facts.deprecated,
    deprecatedAt: factTime(facts.deprecated_date),
    isArchived: facts.archived,
    archivedAt: factTime(facts.archived_date),
    statusSource: facts.status_source,
    replacementUrl: facts.replacement_url,
    // Absent means unknown too, since older hosts lack the key: an import never unlocks a package.
    isLocked: facts.locked,
  };
}

type Columns = ReturnType<typeof oldColumns> & Partial<ReturnType<typeof factColumns>>;

const replacement = link('packages');

function wholeOf(facts: z.output<typeof packageFacts>) {
  return {
    replacedById:
      facts.replaced_by === null ? null : (replacement.safeParse(facts.replaced_by).data ?? null),
    djangoVersions: facts.django_versions,
    pythonVersions: facts.python_versions,
    /** Whether the list is complete, so that any other release is gone from the source. */
    hasAllVersions: facts.has_all_releases,
    versions: facts.releases.map((it) => ({
      id: it.id,
      number: it.number,
      releasedAt: factTime(it.date),
      datePrecision: it.precision,
      source: it.source,
      isHidden: it.hidden,
      firstSeenAt: factTime(it.first_seen ?? null) ?? undefined,
    })),
    examples: facts.examples.map((it) => ({
      id: it.id,
      title: it.title,
      url: it.url,
      isActive: it.active,
      ...timestampsOf(it),
    })),
    formerSlugs: formerSlugs(facts.former_slugs),
  };
}

/** The latest version that PyPI reported to the host. Hosts without that key give it as `pypi_version`. */
function reportedVersion({ facts, pypi_version: version }: PackageShape): string | null {
  return facts?.reported_version === undefined ? (version ?? null) : facts.reported_version;
}

/** Parses a package into rows of the catalogue. */
export const packageDocument = packageShape.transform((it) => {
  const columns: Columns = { ...oldColumns(it), ...(it.facts ? factColumns(it.facts) : {}) };
  return {
    id: it.id,
    categoryId: it.category.id,
    /** Host of the document, named as the source of figures if the document gives none. */
    host: it.category.host,
    gridIds: it.grids,
    latestVersion: reportedVersion(it),
    columns,
    weeks: (it.facts?.history ?? []).map(fromWeekRow),
    /** Data that only hosts with facts have. Without it, local values are kept if the source's are unknown. */
    whole: it.facts === undefined ? undefined : wholeOf(it.facts),
  };
});

export type IncomingPackage = z.output<typeof packageDocument>;
