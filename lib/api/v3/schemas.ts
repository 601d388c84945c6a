import { z } from 'zod';

/** The v3 documents, with keys in output order. */

const path = z.string().regex(/^\//);
const time = z.iso.datetime().describe('UTC with milliseconds; without a fraction if it is 0.');
const weeks = z
  .string()
  .regex(/^(\d+(,\d+){51})?$/)
  .describe('Commits in each of 52 weeks, oldest first, separated by commas; empty if unknown.');

const record = {
  absolute_url: path.describe('Path of its page on the site.'),
  created: time,
  modified: time,
  slug: z.string(),
  title: z.string(),
};

export const rootSchema = z
  .object({ categories: path, grids: path, packages: path, users: path })
  .meta({ id: 'V3Root', description: 'Entry points of the API.' });

export const categorySchema = z
  .object({
    ...record,
    description: z.string(),
    resource_uri: path.describe('Path of this document.'),
    show_pypi: z.boolean().describe('Whether its packages are on PyPI.'),
    title_plural: z.string(),
  })
  .meta({ id: 'V3Category', description: 'A category.' });

export const gridSchema = z
  .object({
    ...record,
    description: z.string(),
    is_locked: z.boolean(),
    resource_uri: path.describe('Path of this document.'),
    header: z.boolean().describe('Whether it is one of the main grids.'),
    packages: z.array(path).describe('Paths of its packages, sorted by title.'),
  })
  .meta({ id: 'V3Grid', description: 'A comparison of packages that do the same job.' });

export const packageSchema = z
  .object({
    ...record,
    category: path.describe('Path of its category.'),
    commit_list: weeks,
    commits_over_52: weeks,
    created_by: path.nullable().describe('Path of the user who added it; null if unknown.'),
    documentation_url: z.string().nullable(),
    grids: z.array(path).describe('Paths of its grids, in the order it was added to them.'),
    last_fetched: time.nullable().describe('When its data was last fetched.'),
    last_modified_by: z
      .string()
      .nullable()
      .describe('Account name of the user who last edited it.'),
    participants: z.string().describe('Account names of its contributors, separated by commas.'),
    pypi_url: z.string(),
    pypi_version: z.string().nullable(),
    repo_description: z.string(),
    repo_forks: z.int().nonnegative(),
    repo_url: z.string(),
    repo_watchers: z.int().nonnegative().describe('Stars; 0 if unknown.'),
    resource_uri: path.describe('Path of this document.'),
    usage_count: z.int().nonnegative().describe('Number of users; 0 if unknown.'),
  })
  .meta({ id: 'V3Package', description: 'A package.' });

export const metaSchema = z
  .object({
    limit: z.int().nonnegative(),
    next: path.nullable().describe('Path of the next page.'),
    offset: z.int().nonnegative(),
    previous: path.nullable().describe('Path of the previous page.'),
    total_count: z.int().nonnegative(),
  })
  .meta({ id: 'V3Meta', description: 'Position of this page in the list.' });

export const categoryListSchema = z
  .object({
    meta: metaSchema,
    objects: z.array(categorySchema),
  })
  .meta({ id: 'V3CategoryPage', description: 'One page of a list.' });

export const gridListSchema = z
  .object({ meta: metaSchema, objects: z.array(gridSchema) })
  .meta({ id: 'V3GridPage', description: 'One page of a list.' });

export const packageListSchema = z
  .object({
    meta: metaSchema,
    category: z.null().describe('Always null, even if `category` was given.'),
    objects: z.array(packageSchema),
  })
  .meta({ id: 'V3PackagePage', description: 'One page of a list.' });

export const gridPackageListSchema = z
  .object({
    meta: metaSchema,
    grid: gridSchema,
    objects: z.array(packageSchema),
  })
  .meta({ id: 'V3GridPackagePage', description: 'One page of a list.' });

export const errorSchema = z
  .object({ error: z.int().describe('The HTTP status.'), message: z.string() })
  .meta({ id: 'V3Error', description: 'An error.' });
