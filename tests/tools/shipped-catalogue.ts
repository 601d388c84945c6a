import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** The shipped catalogue as written, read without the site's own code. Records refer to each other by slug, and times are strings. */

const times = { created: z.string(), modified: z.string() };

const categorySchema = z.object({
  id: z.number(),
  slug: z.string(),
  title: z.string(),
  title_plural: z.string(),
  description: z.string(),
  show_pypi: z.boolean(),
  ...times,
});

const release = z.object({
  number: z.string(),
  date: z.string().nullable(),
  source: z.enum(['tag', 'pypi']),
});

const packageSchema = z.object({
  id: z.number(),
  slug: z.string(),
  title: z.string(),
  category: z.string(),
  grids: z.array(z.string()),
  last_updated: z.string().nullable(),
  last_fetched: z.string().nullable(),
  repo_url: z.string(),
  repo_description: z.string(),
  pypi_url: z.string(),
  documentation_url: z.string().nullable(),
  participants: z.array(z.string()),
  ...times,
  facts: z.object({
    repo_watchers: z.number().nullable(),
    repo_forks: z.number().nullable(),
    commits_over_52: z.array(z.number()).nullable(),
    commits_date: z.string().nullable(),
    pypi_name: z.string().nullable(),
    reported_version: z.string().nullable(),
    licence: z.string().nullable(),
    development_status: z.number().nullable(),
    python_versions: z.array(z.string()).nullable(),
    django_versions: z.array(z.string()).nullable(),
    snapshot_date: z.string().nullable(),
    usage_count: z.number().nullable(),
    deprecated: z.boolean(),
    archived: z.boolean(),
    replaced_by: z.string().nullable(),
    releases: z.array(release),
  }),
});

const gridSchema = z.object({
  id: z.number(),
  slug: z.string(),
  title: z.string(),
  description: z.string(),
  header: z.boolean(),
  ...times,
  facts: z.object({
    memberships: z.array(z.object({ package: z.number() })),
    features: z.array(
      z.object({
        id: z.number(),
        title: z.string(),
        description: z.string(),
        metric: z.string().nullable(),
      }),
    ),
    cells: z.array(
      z.object({
        feature: z.number(),
        package: z.number(),
        text: z.string(),
        evidence: z.string(),
      }),
    ),
  }),
});

const file = join(import.meta.dirname, '../../db/catalogue/catalogue.ndjson');
const [first = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n');
const documents = lines.map((line): unknown => JSON.parse(line));
const read = <Schema extends z.ZodType>(schema: Schema) =>
  documents.flatMap((it) => {
    const { data } = schema.safeParse(it);
    return data === undefined ? [] : [data];
  });
const [packageDocuments, gridDocuments] = [read(packageSchema), read(gridSchema)];

const slugsOf = (records: { id: number; slug: string }[]) => {
  const slugs = new Map(records.map(({ id, slug }) => [id, slug]));
  return (id: number) => slugs.get(id) ?? '';
};
const idAtEnd = (link: string) => Number(/\/(\d+)\/$/.exec(link)?.[1]);

export const { generated } = z.object({ generated: z.string() }).parse(JSON.parse(first));

export const categories = read(categorySchema);

const [categorySlug, gridSlug, packageSlug] = [
  slugsOf(categories),
  slugsOf(gridDocuments),
  slugsOf(packageDocuments),
];

export const packages = packageDocuments.map(({ facts, ...it }) => {
  const { releases, reported_version: version, deprecated, archived } = facts;
  const status = { deprecated, archived, deprecated_by: facts.replaced_by };
  const tags = releases.filter(({ source }) => source === 'tag');
  const untagged = releases.find(({ source, number }) => source === 'pypi' && number === version);
  return {
    ...it,
    category: categorySlug(idAtEnd(it.category)),
    grids: it.grids.map((link) => gridSlug(idAtEnd(link))),
    repo_url: it.repo_url === '' ? null : it.repo_url,
    repo_watchers: facts.repo_watchers,
    repo_forks: facts.repo_forks,
    commits_over_52: facts.commits_over_52,
    commits_reference_date: facts.commits_date,
    pypi_name: facts.pypi_name,
    pypi_version: version,
    /** Its release date, if it has no tag. */
    pypi_released: untagged?.date ?? null,
    licence: facts.licence,
    development_status: facts.development_status,
    python_versions: facts.python_versions,
    django_versions: facts.django_versions,
    snapshot_date: facts.snapshot_date,
    usage_count_2022: facts.usage_count,
    releases: tags.length > 0 ? tags : null,
    status: deprecated || archived ? status : null,
  };
});

export const grids = gridDocuments.map(({ facts, ...it }) => ({
  ...it,
  packages: facts.memberships.map((member) => packageSlug(member.package)),
  features: facts.features,
  elements: facts.cells.map((cell) => ({ ...cell, package: packageSlug(cell.package) })),
}));
