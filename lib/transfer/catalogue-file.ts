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
/** Characters of a repository's description; its host decides how long that may be. */
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

/** The number of a row in the database that the file was written from; a file made otherwise has none, and rows are then numbered anew. */
const row = id.optional();

const release = z.object({
  number: z.string().min(1).max(100),
  date: time.nullable(),
  precision: z.enum(['time', 'day', 'month']).default('day'),
  source: z.enum(['tag', 'pypi']).default('tag'),
  hidden: z.boolean().default(false),
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
    /** Repository address or slug of the package that replaces it. */
    deprecated_by: z.string().nullish(),
    /** Address of a replacement that is taken as it is, even if it is the repository of a package. */
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
  /** When that was counted; without it, on the day of the shipped file's counts. */
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
  /** Commits in all, where they are known without a snapshot. */
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
  /** When the packages joined; without it, when the file was made. */
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

const catalogue = z.object({
  reference_date: time.optional(),
  generated: z.iso.date(),
  categories: z.array(category),
  packages: z.array(packageEntry),
  grids: z.array(grid),
  sources: z.array(z.object({ key: z.string().min(1), what: z.string() })),
  /** Words and phrases that people use for one another, in groups. */
  synonyms: z.array(z.array(z.string().min(1).max(100)).min(2)).default([]),
});

export type CatalogueFile = z.infer<typeof catalogue>;
export type CataloguePackage = CatalogueFile['packages'][number];
export type CatalogueGrid = CatalogueFile['grids'][number];

/** A catalogue file that breaks a rule; the message names record, field and rule of up to ten faults. */
export class CatalogueError extends Error {
  override name = 'CatalogueError';

  constructor(faults: string[]) {
    const more = faults.length > 10 ? `\n(${faults.length - 10} more)` : '';
    super(`The catalogue file can't be used:\n${faults.slice(0, 10).join('\n')}${more}`);
  }
}

/** Reads a catalogue file, its cross references included. Throws CatalogueError. */
export function parseCatalogue(text: string): CatalogueFile {
  const json = readJson(text);
  const parsed = catalogue.safeParse(json);
  if (!parsed.success) {
    throw new CatalogueError(
      parsed.error.issues.map((issue) => `${describe(json, issue.path)}: ${issue.message}`),
    );
  }
  const faults = referenceFaults(parsed.data);
  if (faults.length > 0) throw new CatalogueError(faults);
  return parsed.data;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CatalogueError([error instanceof Error ? error.message : String(error)]);
  }
}

/** `packages[12] "django-q", repo_watchers`: where a fault is, by the record's slug where it has one. */
function describe(json: unknown, path: PropertyKey[]): string {
  const [list, index, ...field] = path.map(String);
  if (index === undefined) return String(list);
  const record = z.object({ slug: z.string() }).safeParse(member(member(json, list), index));
  const name = record.success ? ` "${record.data.slug}"` : '';
  const inside = field.length > 0 ? `, ${field.join('.')}` : '';
  return `${String(list)}[${index}]${name}${inside}`;
}

function member(value: unknown, key: string | undefined): unknown {
  const holder = z.record(z.string(), z.unknown()).or(z.array(z.unknown())).safeParse(value);
  if (!holder.success || key === undefined) return undefined;
  return Object.entries(holder.data).find(([name]) => name === key)?.[1];
}

function referenceFaults(file: CatalogueFile): string[] {
  const categories = new Set(file.categories.map((it) => it.slug));
  const packages = new Map(file.packages.map((it) => [it.slug, new Set(it.grids)]));
  const grids = new Map(file.grids.map((it) => [it.slug, new Set(it.packages)]));

  return [
    ...repeated('categories', 'slug', file.categories),
    ...repeated('categories', 'id', file.categories),
    ...repeated('packages', 'slug', file.packages),
    ...repeated('packages', 'id', file.packages),
    ...repeated('packages', 'repo_url', file.packages),
    ...repeated('grids', 'slug', file.grids),
    ...repeated('grids', 'id', file.grids),
    ...repeated('sources', 'key', file.sources),
    ...file.packages.flatMap((it) => packageFaults(it, categories, grids, packages)),
    ...file.grids.flatMap((it) => gridFaults(it, packages)),
    ...rowFaults(file),
  ];
}

/** What makes rows of one table; each has a number of its own, and an old slug leads to one place. */
function rowFaults({ packages, grids }: CatalogueFile): string[] {
  const rows = (list: { row?: number | undefined }[]) =>
    list.map((it) => ({ row: it.row ?? null }));
  const slugs = (list: { slug: string }[]) => list.map(({ slug: text }) => ({ slug: text }));
  return [
    ...repeated('releases', 'row', rows(packages.flatMap((it) => it.releases ?? []))),
    ...repeated('examples', 'row', rows(packages.flatMap((it) => it.examples))),
    ...repeated('memberships', 'row', rows(grids.flatMap((it) => it.memberships))),
    ...repeated('features', 'row', rows(grids.flatMap((it) => it.features))),
    ...repeated('elements', 'row', rows(grids.flatMap((it) => it.elements))),
    ...repeated(
      'former_slugs',
      'row',
      rows([...packages, ...grids].flatMap((it) => it.former_slugs)),
    ),
    ...repeated('packages former_slugs', 'slug', slugs(packages.flatMap((it) => it.former_slugs))),
    ...repeated('grids former_slugs', 'slug', slugs(grids.flatMap((it) => it.former_slugs))),
  ];
}

function repeated<Field extends string>(
  list: string,
  field: Field,
  records: Record<Field, string | number | null>[],
): string[] {
  const seen = new Set<string | number>();
  return records.flatMap((record, index) => {
    const value = record[field];
    if (value === null) return [];
    if (!seen.has(value)) {
      seen.add(value);
      return [];
    }
    return [`${list}[${index}], ${field}: ${JSON.stringify(value)} is there twice`];
  });
}

function packageFaults(
  it: CataloguePackage,
  categories: Set<string>,
  grids: Map<string, Set<string>>,
  slugs: ReadonlyMap<string, unknown>,
): string[] {
  const at = `package "${it.slug}"`;
  return [
    ...(categories.has(it.category) ? [] : [`${at}, category: no category "${it.category}"`]),
    ...it.grids.flatMap((slug) => {
      const members = grids.get(slug);
      if (!members) return [`${at}, grids: no grid "${slug}"`];
      return members.has(it.slug) ? [] : [`${at}, grids: grid "${slug}" does not list it`];
    }),
    ...repeated(`${at} grids`, 'slug', named(it.grids)),
    ...repeated(`${at} releases`, 'number', it.releases ?? []),
    ...replacementFaults(it, slugs),
  ];
}

const named = (slugs: string[]) => slugs.map((it) => ({ slug: it }));

/** A replacement is the address of a repository, listed here or not, or the slug of a package that is. */
function replacementFaults(it: CataloguePackage, slugs: ReadonlyMap<string, unknown>): string[] {
  const by = it.status?.deprecated_by;
  if (by === undefined || by === null) return [];
  const own = [it.slug, it.repo_url?.toLowerCase()];
  if (own.includes(by) || own.includes(by.toLowerCase())) {
    return [`package "${it.slug}", status.deprecated_by: a package can't replace itself`];
  }
  if (slugs.has(by)) return [];
  const isAddress = z.url({ protocol: /^https?$/ }).safeParse(by).success;
  return isAddress
    ? []
    : [`package "${it.slug}", status.deprecated_by: no package and no address "${by}"`];
}

function gridFaults(it: CatalogueGrid, packages: Map<string, Set<string>>): string[] {
  const at = `grid "${it.slug}"`;
  const members = new Set(it.packages);
  const features = new Set(it.features.map((feature) => feature.id));
  const cells = it.elements.map((cell) => ({ cell: `${cell.feature} of ${cell.package}` }));
  return [
    ...it.packages.flatMap((slug) => {
      const own = packages.get(slug);
      if (!own) return [`${at}, packages: no package "${slug}"`];
      return own.has(it.slug) ? [] : [`${at}, packages: "${slug}" does not name this grid`];
    }),
    ...repeated(`${at} packages`, 'slug', named(it.packages)),
    ...repeated(`${at} memberships`, 'package', it.memberships),
    ...it.memberships.flatMap(({ package: slug }) =>
      members.has(slug) ? [] : [`${at}, memberships: "${slug}" is not in this grid`],
    ),
    ...repeated(`${at} features`, 'id', it.features),
    ...repeated(`${at} elements`, 'cell', cells),
    ...it.elements.flatMap((cell, index) => [
      ...(features.has(cell.feature)
        ? []
        : [`${at}, elements[${index}].feature: no feature ${cell.feature}`]),
      ...(members.has(cell.package)
        ? []
        : [`${at}, elements[${index}].package: "${cell.package}" is not in this grid`]),
    ]),
  ];
}
