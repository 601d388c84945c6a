import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** The shipped catalogue as it is written, read by nothing of the site's. */

const times = { created: z.string().nullable(), modified: z.string().nullable() };

const schema = z.object({
  generated: z.string(),
  categories: z.array(
    z.object({
      id: z.number(),
      slug: z.string(),
      title: z.string(),
      title_plural: z.string(),
      description: z.string(),
      show_pypi: z.boolean(),
      ...times,
    }),
  ),
  packages: z.array(
    z.object({
      id: z.number().nullable(),
      slug: z.string(),
      title: z.string(),
      category: z.string(),
      grids: z.array(z.string()),
      last_updated: z.string().nullable(),
      last_fetched: z.string().nullable(),
      repo_url: z.string().nullable(),
      pypi_version: z.string().nullable(),
      repo_forks: z.number().nullable(),
      repo_description: z.string(),
      pypi_url: z.string().nullable(),
      documentation_url: z.string().nullable(),
      repo_watchers: z.number().nullable(),
      commits_over_52: z.array(z.number()).nullable(),
      participants: z.array(z.string()),
      usage_count_2022: z.number().nullable(),
      ...times,
    }),
  ),
  grids: z.array(
    z.object({
      id: z.number().nullable(),
      slug: z.string(),
      title: z.string(),
      description: z.string(),
      packages: z.array(z.string()),
      ...times,
    }),
  ),
});

const file = join(import.meta.dirname, '../../../db/catalogue/catalogue.json');
const catalogue = schema.parse(JSON.parse(readFileSync(file, 'utf8')));

/** Records without a number of the reference's are numbered from here, in the order of the file. */
const FIRST_OWN_ID = 1_000_001;

interface Dated {
  id: number | null;
  created: string | null;
  modified: string | null;
}

/** A record that has no dates is as old as the file. */
function filled<Row extends Dated>(rows: Row[]) {
  let next = FIRST_OWN_ID;
  return rows.map((row) => {
    const created = row.created ?? catalogue.generated;
    return { ...row, id: row.id ?? next++, created, modified: row.modified ?? created };
  });
}

export const categories = filled(catalogue.categories);
export const packages = filled(catalogue.packages);
export const grids = filled(catalogue.grids);

export type Category = (typeof categories)[number];
export type Package = (typeof packages)[number];
export type Grid = (typeof grids)[number];

export function bySlug<Row extends { slug: string }>(rows: Row[], slug: string): Row {
  const row = rows.find((it) => it.slug === slug);
  if (!row) throw new Error(`The catalogue has no ${slug}.`);
  return row;
}

/** Titles are told apart without regard to case. */
export function byTitle<Row extends { title: string; id: number }>(rows: Row[]): Row[] {
  const keyed = rows.map((row) => ({ row, key: row.title.toLowerCase() }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.row.id - b.row.id));
  return keyed.map(({ row }) => row);
}

export const newestFirst = <Row extends { id: number }>(rows: Row[]): Row[] =>
  [...rows].sort((a, b) => b.id - a.id);

export const membersOf = (grid: Grid): Package[] =>
  byTitle(grid.packages.map((slug) => bySlug(packages, slug)));
