import { z } from 'zod';
import { catalogueFactsSchema, gridFactsSchema, packageFactsSchema } from '@/lib/api/schemas/facts';
import { DAY_ZONE, parseTime, type Micros } from '@/lib/time';
import { count, id, link, linkWithHost, slug, time } from './fields';

// What comes in from a host that speaks v4, as rows of the catalogue.

const noText = z.literal('').transform(() => null);

const categoryShape = z.object({
  id,
  slug,
  title: z.string().min(1).max(50),
  title_plural: z.string().max(50).default(''),
  description: z.string().default(''),
  show_pypi: z.boolean().default(true),
  created: time,
  modified: time,
});

const categoryDocument = categoryShape.transform((it) => ({
  id: it.id,
  columns: {
    slug: it.slug,
    title: it.title,
    titlePlural: it.title_plural,
    description: it.description,
    showPypi: it.show_pypi,
    createdAt: it.created,
    modifiedAt: it.modified,
  },
}));

export type IncomingCategory = z.output<typeof categoryDocument>;

/** Times of facts are checked here too, since the database refuses those before 1973. */
const factTime = (text: string | null) =>
  text === null ? null : (parseTime(text, DAY_ZONE) ?? null);

/** A catalogue file, which is not for the public, also has examples that await moderation. */
const packageFacts = packageFactsSchema
  .extend({
    examples: z.array(
      packageFactsSchema.shape.examples.element.extend({
        active: z.boolean().nullable().default(true),
      }),
    ),
  })
  .refine((it) => it.archived || it.archived_date === null, {
    path: ['archived_date'],
    error: 'belongs to an archived package',
  })
  .refine((it) => it.deprecated || it.deprecated_date === null, {
    path: ['deprecated_date'],
    error: 'belongs to a deprecated package',
  })
  .refine((it) => it.deprecated || (it.replaced_by === null && it.replacement_url === null), {
    path: ['replaced_by'],
    error: 'belongs to a deprecated package',
  })
  .refine((it) => [0, 52, undefined].includes(it.commits_over_52?.length), {
    path: ['commits_over_52'],
    error: 'must have 52 weeks',
  })
  .refine((it) => new Set(it.releases.map(({ number }) => number)).size === it.releases.length, {
    path: ['releases'],
    error: 'must name each version once',
  })
  .refine((it) => allLate(it.releases.map(({ date }) => date)), {
    path: ['releases'],
    error: 'must be later than 1973-03-03',
  });

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

type PackageShape = z.output<typeof packageShape>;

/** What the old keys say; where a number there is 0 or a list empty, nobody may have counted. */
function oldColumns(it: PackageShape) {
  return {
    slug: it.slug,
    title: it.title,
    repoUrl: it.repo_url ?? null,
    repoDescription: it.repo_description ?? '',
    repoWatchers: it.repo_watchers || null,
    repoForks: it.repo_forks || null,
    pypiUrl: it.pypi_url ?? '',
    documentationUrl: it.documentation_url ?? null,
    commitsOver52: it.commits_over_52?.length === 52 ? it.commits_over_52 : null,
    participants: (it.participants ?? []).filter((name) => name !== ''),
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
  };
}

type Columns = ReturnType<typeof oldColumns> & Partial<ReturnType<typeof factColumns>>;

const formerSlugs = (rows: { id: number; slug: string; created: string }[]) =>
  rows.map((it) => ({ id: it.id, oldSlug: it.slug, createdAt: moment(it.created) }));

const moment = (text: string): Micros => parseTime(text, DAY_ZONE) ?? 0;

const editedAt = (it: { created: string; modified: string }) => ({
  createdAt: moment(it.created),
  modifiedAt: moment(it.modified),
});

const replacement = link('packages');

function wholeOf(facts: z.output<typeof packageFacts>) {
  return {
    replacedById:
      facts.replaced_by === null ? null : (replacement.safeParse(facts.replaced_by).data ?? null),
    djangoVersions: facts.django_versions,
    pythonVersions: facts.python_versions,
    versions: facts.releases.map((it) => ({
      id: it.id,
      number: it.number,
      releasedAt: factTime(it.date),
      datePrecision: it.precision,
      source: it.source,
      isHidden: it.hidden,
    })),
    examples: facts.examples.map((it) => ({
      id: it.id,
      title: it.title,
      url: it.url,
      isActive: it.active,
      ...editedAt(it),
    })),
    formerSlugs: formerSlugs(facts.former_slugs),
  };
}

const packageDocument = packageShape.transform((it) => {
  const columns: Columns = { ...oldColumns(it), ...(it.facts ? factColumns(it.facts) : {}) };
  return {
    id: it.id,
    categoryId: it.category.id,
    /** Where it comes from, for figures whose source the document does not name. */
    host: it.category.host,
    gridIds: it.grids,
    latestVersion: it.pypi_version ?? null,
    columns,
    /** What only a host with facts says; without it, what is unknown there stays as it is here. */
    whole: it.facts === undefined ? undefined : wholeOf(it.facts),
  };
});

export type IncomingPackage = z.output<typeof packageDocument>;

const gridDocument = z
  .object({
    id,
    title: z.string().min(1).max(100),
    slug,
    description: z.string().max(1000).default(''),
    is_locked: z.boolean().default(false),
    packages: z.array(link('packages')).default([]),
    header: z.boolean().default(false),
    created: time,
    modified: time,
    facts: gridFactsSchema
      .refine(
        ({ cells, features }) => {
          const known = new Set(features.map((it) => it.id));
          return cells.every((it) => known.has(it.feature));
        },
        { path: ['cells'], error: 'must be of features of the grid' },
      )
      .refine(
        ({ cells, memberships }) => {
          const known = new Set(memberships.map((it) => it.package));
          return cells.every((it) => known.has(it.package));
        },
        { path: ['cells'], error: 'must be of packages of the grid' },
      )
      .optional(),
  })
  .transform((it) => ({
    id: it.id,
    packageIds: it.packages,
    columns: {
      slug: it.slug,
      title: it.title,
      description: it.description,
      isLocked: it.is_locked,
      isHeader: it.header,
      createdAt: it.created,
      modifiedAt: it.modified,
    },
    whole:
      it.facts === undefined
        ? undefined
        : {
            memberships: it.facts.memberships.map((member) => ({
              id: member.id,
              packageId: member.package,
              createdAt: moment(member.created),
            })),
            features: it.facts.features.map((feature) => ({
              id: feature.id,
              title: feature.title,
              description: feature.description,
              ...editedAt(feature),
            })),
            cells: it.facts.cells.map((cell) => ({
              id: cell.id,
              featureId: cell.feature,
              packageId: cell.package,
              text: cell.text,
              evidence: cell.evidence,
              ...editedAt(cell),
            })),
            formerSlugs: formerSlugs(it.facts.former_slugs),
          },
  }));

export type IncomingGrid = z.output<typeof gridDocument>;

/** Far more than people have named; each word of a group is paired with each other one, so that one long group would take for ever. */
const MOST_PAIRS = 100_000;

const catalogueDocument = catalogueFactsSchema
  .pick({ generated: true, sources: true, synonyms: true })
  .refine(
    ({ synonyms }) =>
      synonyms.reduce((sum, { length }) => sum + length * (length - 1), 0) <= MOST_PAIRS,
    { path: ['synonyms'], error: `must make ${MOST_PAIRS} pairs at most` },
  )
  .refine(({ sources }) => new Set(sources.map(({ key }) => key)).size === sources.length, {
    path: ['sources'],
    error: 'must name each key once',
  });

export type IncomingCatalogue = z.output<typeof catalogueDocument>;

type Kind = 'category' | 'package' | 'grid' | 'catalogue';

export const documentOf = {
  category: categoryDocument,
  package: packageDocument,
  grid: gridDocument,
  catalogue: catalogueDocument,
};

/** What kind of document an object is, by the keys that only one kind has. */
export function kindOf(document: object): Kind | undefined {
  if ('title_plural' in document) return 'category';
  if ('repo_url' in document && 'category' in document) return 'package';
  if ('packages' in document && 'header' in document) return 'grid';
  if ('sources' in document && 'synonyms' in document) return 'catalogue';
  return undefined;
}
