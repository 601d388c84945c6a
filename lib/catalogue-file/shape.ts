import { z } from 'zod';
import { DAY_ZONE, parseTime } from '@/lib/time';

const time = z.string().transform((text, context) => {
  const parsed = parseTime(text, DAY_ZONE);
  if (parsed === undefined) context.addIssue('must be an ISO date or time');
  return parsed ?? 0;
});
const slug = z.string().regex(/^[-\w]{1,50}$/, 'must be 1 to 50 letters, digits, - or _');
const url = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });
const count = z.int().nonnegative();
const id = z.int().positive();
const cycle = z.string().regex(/^\d+(\.\d+)*$/, 'must be a version such as 5.2');
const developmentStatus = z.string().transform((text, context) => {
  const number = Number(/^([1-7]) - /.exec(text)?.[1]);
  if (Number.isNaN(number)) context.addIssue('must be a trove status such as "4 - Beta"');
  return number;
});
/** Maximum length of a repository's description, in characters; how long it is allowed to be depends on its host. */
const MOST_WORDS = 5000;
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month such as 2026-10');

const category = z.object({
  id,
  slug,
  title: z.string().min(1).max(50),
  title_plural: z.string().max(50),
  description: z.string(),
  show_pypi: z.boolean(),
  created: time.nullable(),
  modified: time.nullable(),
});

/** Row id in the database that the file was exported from. Other files have none, and new ids are assigned. */
const row = id.optional();

const release = z.object({
  number: z.string().min(1).max(100),
  date: time.nullable(),
  precision: z.enum(['time', 'day', 'month']).default('day'),
  source: z.enum(['tag', 'pypi']).default('tag'),
  hidden: z.boolean().default(false),
  /** When the site that wrote the file first saw it. */
  first_seen: time.nullish(),
  row,
});

const example = z.object({
  title: z.string().min(1).max(100),
  url: url.max(200),
  /** Null awaits moderation. */
  active: z.boolean().nullable(),
  created: time,
  modified: time,
  row,
});

const formerSlug = z.object({ slug, created: time, row });

const status = z
  .object({
    deprecated: z.boolean().default(false),
    deprecated_at: time.nullish(),
    /** Repository URL or slug of the package that replaces it. */
    deprecated_by: z.string().nullish(),
    /** URL of a replacement that is stored unchanged, even if it is the repository of a listed package. */
    replacement_url: url.nullish(),
    archived: z.boolean().default(false),
    archived_at: time.nullish(),
    source: z.string().nullish(),
  })
  .refine((it) => it.archived || it.archived_at == null, {
    path: ['archived_at'],
    error: 'belongs to an archived package',
  })
  .refine((it) => it.deprecated || it.deprecated_by != null || it.deprecated_at == null, {
    path: ['deprecated_at'],
    error: 'belongs to a deprecated package',
  })
  .refine((it) => it.deprecated || it.deprecated_by != null || it.replacement_url == null, {
    path: ['replacement_url'],
    error: 'belongs to a deprecated package',
  });

const packageEntry = z.object({
  id: id.nullable(),
  slug,
  title: z.string().min(1).max(100),
  category: slug,
  grids: z.array(slug),
  repo_url: url.nullable(),
  repo_description: z.string().max(MOST_WORDS),
  repo_watchers: count.nullable(),
  repo_forks: count.nullable(),
  repo_watchers_source: z.string().nullable(),
  repo_watchers_date: time.nullable(),
  pypi_name: z.string().max(255).nullable(),
  pypi_url: z.string().max(255).nullable(),
  pypi_version: z.string().min(1).max(100).nullable(),
  pypi_released: month
    .transform((text) => `${text}-01`)
    .pipe(time)
    .nullable(),
  pypi_download_rank: z.int().positive().nullable(),
  documentation_url: z.string().max(200).nullable(),
  created: time.nullable(),
  modified: time.nullable(),
  last_updated: time.nullable(),
  last_fetched: time.nullable(),
  commits_over_52: z
    .array(count)
    .refine((weeks) => weeks.length === 0 || weeks.length === 52, 'must have 52 weeks')
    .nullable(),
  commits_reference_date: time.nullable(),
  participants: z.array(z.string().min(1)),
  figures_from: z.string().nullable(),
  licence: z.string().max(100).nullable(),
  requires_python: z.string().max(100).nullable(),
  python_versions: z.array(cycle).nullable(),
  django_versions: z.array(cycle).nullable(),
  development_status: developmentStatus.nullable(),
  releases: z.array(release).nullable(),
  usage_count_2022: count.nullable(),
  /** When that was counted; defaults to the date of the shipped file's counts. */
  usage_counted: time.nullish(),
  status: status.nullable(),
  snapshot: z
    .object({
      commit: z
        .string()
        .regex(/^[0-9a-f]{7,64}$/)
        .nullable(),
      date: time,
      commits_total: count.nullable(),
    })
    .nullable(),
  /** Total commits, if known without a snapshot. */
  commit_count: count.nullish(),
  examples: z.array(example).default([]),
  former_slugs: z.array(formerSlug).default([]),
});

const grid = z.object({
  id: id.nullable(),
  slug,
  title: z.string().min(1).max(100),
  description: z.string().max(1000),
  created: time.nullable(),
  modified: time.nullable(),
  is_locked: z.boolean().default(false),
  header: z.boolean().default(false),
  packages: z.array(slug),
  /** When the packages were added to the grid; defaults to when the file was generated. */
  memberships: z.array(z.object({ package: slug, created: time, row })).default([]),
  features: z.array(
    z.object({
      id,
      title: z.string().min(1).max(100),
      description: z.string().max(1000),
      created: time.optional(),
      modified: time.optional(),
      row,
    }),
  ),
  elements: z.array(
    z.object({
      feature: id,
      package: slug,
      text: z.string().max(1000),
      evidence: z.string(),
      created: time.optional(),
      modified: time.optional(),
      row,
    }),
  ),
  former_slugs: z.array(formerSlug).default([]),
});

/** Schema of a catalogue file. References between records are checked separately, in references.ts. */
export const catalogue = z.object({
  reference_date: time.optional(),
  generated: z.iso.date(),
  categories: z.array(category),
  packages: z.array(packageEntry),
  grids: z.array(grid),
  sources: z.array(z.object({ key: z.string().min(1), what: z.string() })),
  /** Groups of synonymous words and phrases. */
  synonyms: z.array(z.array(z.string().min(1).max(100)).min(2)).default([]),
});

export type CatalogueFile = z.infer<typeof catalogue>;
export type CataloguePackage = CatalogueFile['packages'][number];
export type CatalogueGrid = CatalogueFile['grids'][number];
