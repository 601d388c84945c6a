import { z } from 'zod';
import { timeText } from '@/lib/api/documents';
import { linksFrom } from '@/lib/api/links';
import { DAY_ZONE, parseTime } from '@/lib/time';
import { FIRST_OWN_ID } from './fields';
import { UnreadableText } from './problem';

// The former format of a whole catalogue, now replaced by API documents: one JSON object, whose records name each other by slug. Only
// read-text.ts depends on this file. Delete it when such files are no longer in use.

const time = z.string().transform((text, context) => {
  const parsed = parseTime(text, DAY_ZONE);
  if (parsed === undefined) context.addIssue('must be an ISO date or time');
  return timeText(parsed ?? 0, 'UTC');
});
const month = z.string().transform((text) => `${text}-01`);
const timestamps = { created: time.nullish(), modified: time.nullish() };
const slugs = z.array(z.string());
/** Row id in the database that the file was exported from. Other files have none, and new ids are assigned. */
const row = z.int().positive().optional();
const formerSlugs = z.array(z.looseObject({ created: time, row })).default([]);

const record = {
  id: z.int().positive().nullable(),
  slug: z.string(),
  former_slugs: formerSlugs,
  ...timestamps,
};

const release = z.looseObject({
  number: z.string(),
  date: time.nullable(),
  precision: z.string().default('day'),
  source: z.string().default('tag'),
  hidden: z.boolean().default(false),
  first_seen: time.nullish(),
  row,
});

const status = z.looseObject({
  deprecated: z.boolean().default(false),
  deprecated_at: time.nullable().default(null),
  /** Repository URL or slug of the package that replaces it. */
  deprecated_by: z.string().nullable().default(null),
  /** URL of a replacement that is stored unchanged, even if it is the repository of a listed package. */
  replacement_url: z.string().nullable().default(null),
  archived: z.boolean().default(false),
  archived_at: time.nullable().default(null),
  source: z.string().nullable().default(null),
});

const packageEntry = z.looseObject({
  ...record,
  category: z.string(),
  grids: slugs,
  repo_url: z.string().nullable(),
  repo_watchers_source: z.string().nullable(),
  repo_watchers_date: time.nullable(),
  pypi_version: z.string().nullable(),
  pypi_released: month.pipe(time).nullable(),
  last_updated: time.nullable(),
  last_fetched: time.nullable(),
  commits_reference_date: time.nullable(),
  figures_from: z.string().nullable(),
  /** A trove status such as `4 - Beta`. */
  development_status: z
    .string()
    .transform((text) => Number.parseInt(text, 10))
    .nullable(),
  releases: z.array(release).nullable(),
  usage_count_2022: z.number().nullable(),
  usage_counted: time.nullish(),
  status: status.nullable(),
  snapshot: z
    .object({
      commit: z.string().nullable(),
      date: time,
      commits_total: z.number().nullable(),
    })
    .nullable(),
  commit_count: z.number().nullish(),
  examples: z.array(z.looseObject({ created: time, modified: time, row })).default([]),
});

const grid = z.looseObject({
  ...record,
  header: z.boolean().default(false),
  memberships: z.array(z.object({ package: z.string(), created: time, row })).default([]),
  features: z.array(z.looseObject({ id: z.int(), ...timestamps, row })),
  elements: z.array(z.looseObject({ feature: z.int(), package: z.string(), ...timestamps, row })),
});

const catalogueFile = z.object({
  generated: z.iso.date(),
  categories: z.array(z.looseObject({ ...record, id: z.int().positive() })),
  packages: z.array(packageEntry),
  grids: z.array(grid),
  sources: z.array(z.object({ key: z.string(), what: z.string() })),
  /** Groups of synonymous words and phrases. */
  synonyms: z.array(slugs).default([]),
});

type CatalogueFile = z.output<typeof catalogueFile>;

const list = z.array(z.unknown());
const shape = z.object({ categories: list, packages: list, grids: list });

/** Whether this is a catalogue file, valid or not. */
export const isCatalogueFile = (json: unknown) => shape.safeParse(json).success;

/** Converts a catalogue file to documents with all their facts. Throws UnreadableText if it is invalid. */
export function documentsOfCatalogueFile(json: unknown): unknown[] {
  const parsed = catalogueFile.safeParse(json);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new UnreadableText(faults.slice(0, MOST_FAULTS).join('; '));
  }
  const { generated, categories, packages, grids, sources, synonyms } = parsed.data;
  const ids = {
    category: idsOf('category', categories),
    package: idsOf('package', packages),
    grid: idsOf('grid', grids),
    formerSlug: rowIds([...packages, ...grids].flatMap((it) => it.former_slugs)),
  };
  const day = timeText(parseTime(generated, DAY_ZONE) ?? 0, 'UTC');
  return [
    { generated, synonyms, sources: sources.map(({ key, what }) => ({ key, description: what })) },
    ...categories.map((it) => ({ ...it, ...timestampsOf(it, { created: day }) })),
    ...packageDocuments(packages, ids, day),
    ...gridDocuments(parsed.data, ids, day),
  ];
}

const MOST_FAULTS = 10;

/** Placeholder links, for documents that were never published. */
const links = linksFrom('https://localhost');

interface Row {
  row?: number | undefined;
}

/** Returns a function that gives each row its own id, or else the next one above all ids, from FIRST_OWN_ID up. */
function rowIds(rows: Row[]): (it: Row) => number {
  let next = rows.reduce<number>((most, { row }) => Math.max(most, (row ?? 0) + 1), FIRST_OWN_ID);
  return ({ row }) => row ?? next++;
}

/** Gives each record its own id or a new one, and returns a lookup by slug, which throws UnreadableText if there is none. */
function idsOf(kind: string, records: { id: number | null; slug: string }[]) {
  const rows = records.map(({ id, slug }) => ({ slug, row: id ?? undefined }));
  const idOf = rowIds(rows);
  const ids = new Map(rows.map((it) => [it.slug, idOf(it)]));
  return (slug: string) => {
    const id = ids.get(slug);
    if (id === undefined) throw new UnreadableText(`there is no ${kind} "${slug}"`);
    return id;
  };
}

interface Ids {
  category: (slug: string) => number;
  package: (slug: string) => number;
  grid: (slug: string) => number;
  formerSlug: (it: Row) => number;
}

interface Edits {
  created?: string | null | undefined;
  modified?: string | null | undefined;
}

/** Times of a record; missing ones are those of what it belongs to. */
function timestampsOf(it: Edits, owner: Edits) {
  const created = it.created ?? owner.created;
  return { created, modified: it.modified ?? owner.modified ?? created };
}

/** Adds ids to rows. */
const numbered = <It extends Row>(rows: It[], idOf: (it: Row) => number) =>
  rows.map((it) => ({ ...it, id: idOf(it) }));

/** The date of usage counts in files that don't give one. */
const USAGE_COUNTED = '2022-05-04T04:00:00Z';

function packageDocuments(packages: CatalogueFile['packages'], ids: Ids, day: string) {
  const releaseId = rowIds(packages.flatMap((it) => it.releases ?? []));
  const exampleId = rowIds(packages.flatMap((it) => it.examples));
  const slugOf = new Map(packages.map((it) => [it.repo_url?.toLowerCase(), it.slug]));
  return packages.map(({ status, snapshot, ...it }) => {
    const listed = it.releases ?? [];
    const isListed = listed.some(({ number }) => number === it.pypi_version);
    const untagged = release.parse({ number: it.pypi_version ?? '', date: null, source: 'pypi' });
    const onPypi = { ...untagged, date: it.pypi_released, precision: 'month' };
    const releases = it.pypi_version === null || isListed ? listed : [onPypi, ...listed];
    const countedAt = it.usage_count_2022 === null ? null : USAGE_COUNTED;
    const named = status?.deprecated_by ?? null;
    const successor = named?.includes('/') === true ? slugOf.get(named.toLowerCase()) : named;
    return {
      ...it,
      ...timestampsOf(it, { created: day }),
      id: ids.package(it.slug),
      category: links.category(ids.category(it.category)),
      grids: it.grids.map((slug) => links.grid(ids.grid(slug))),
      pypi_version: null,
      facts: {
        ...it,
        repo_figures_date: it.repo_watchers_date,
        repo_figures_source: it.repo_watchers_source,
        commits_date: it.commits_reference_date,
        commit_count: it.commit_count ?? snapshot?.commits_total ?? null,
        figures_source: it.figures_from,
        reported_version: it.pypi_version,
        snapshot_commit: snapshot?.commit ?? null,
        snapshot_date: snapshot?.date ?? null,
        usage_count: it.usage_count_2022,
        usage_date: it.usage_counted === undefined ? countedAt : it.usage_counted,
        deprecated: status?.deprecated === true || named !== null,
        deprecated_date: status?.deprecated_at ?? null,
        archived: status?.archived ?? false,
        archived_date: status?.archived_at ?? null,
        status_source: status?.source ?? null,
        replaced_by: successor == null ? null : links.package(ids.package(successor)),
        replacement_url: status?.replacement_url ?? (successor === undefined ? named : null),
        // An exported file has row ids and all releases. Any other has only the newest releases of each package.
        has_all_releases: it.releases?.every(({ row: own }) => own !== undefined) ?? false,
        releases: releases.map((own) => {
          return { ...own, id: releaseId(own), first_seen: own.first_seen ?? day };
        }),
        examples: numbered(it.examples, exampleId),
        former_slugs: numbered(it.former_slugs, ids.formerSlug),
      },
    };
  });
}

function gridDocuments({ packages, grids }: CatalogueFile, ids: Ids, day: string) {
  const gridPackageId = rowIds(grids.flatMap((it) => it.memberships));
  const featureId = rowIds(grids.flatMap((it) => it.features));
  const cellId = rowIds(grids.flatMap((it) => it.elements));
  const known = new Map<string, Row & { created: string }>(
    grids.flatMap((it) => it.memberships.map((own) => [`${it.slug} ${own.package}`, own] as const)),
  );
  // In the order of each package's own list, which is the order in which the API lists its grids.
  const gridPackages = packages.flatMap(({ slug, grids: joined }) =>
    joined.map((grid) => {
      const own = known.get(`${grid} ${slug}`) ?? { created: day };
      return { ...own, grid, package: ids.package(slug), id: gridPackageId(own) };
    }),
  );
  return grids.map((it) => {
    const edits = timestampsOf(it, { created: day });
    const features = it.features.map((own) => {
      return { ...own, ...timestampsOf(own, edits), id: featureId(own) };
    });
    const featureIds = new Map(it.features.map(({ id }, index) => [id, features[index]?.id]));
    return {
      ...it,
      ...edits,
      id: ids.grid(it.slug),
      packages: [],
      facts: {
        memberships: gridPackages
          .filter(({ grid }) => grid === it.slug)
          .sort((a, b) => a.id - b.id),
        features,
        cells: numbered(it.elements, cellId).map((own) => ({
          ...own,
          ...timestampsOf(own, edits),
          feature: featureIds.get(own.feature),
          package: ids.package(own.package),
        })),
        former_slugs: numbered(it.former_slugs, ids.formerSlug),
      },
    };
  });
}
