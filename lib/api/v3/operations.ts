import { z } from 'zod';
import { DEFAULT_LIMIT, MOST_DOCUMENTS } from '../parameters';
import * as schemas from './schemas';

interface Parameter {
  name: string;
  description: string;
  means: z.ZodType;
  example?: string;
}

/** A v3 operation, for the OpenAPI document. */
export interface OldOperation {
  id: string;
  /** With `{name}` for each path parameter. */
  path: string;
  summary: string;
  parts: Parameter[];
  query: Parameter[];
  /** Undefined if the operation requires signing in. */
  document: z.ZodType | undefined;
}

const slug = { name: 'slug', description: 'Slug of the record.', means: z.string() };
const slice = [
  {
    name: 'limit',
    description: `Number of results per page, up to ${MOST_DOCUMENTS}. Non-integers count as ${DEFAULT_LIMIT}.`,
    means: z.int().min(0).default(DEFAULT_LIMIT),
  },
  {
    name: 'offset',
    description: 'Results to skip. Non-integers count as 0.',
    means: z.int().min(0).default(0),
  },
];
const category = {
  name: 'category',
  description: 'Slug of a category; ignored if there is no such category.',
  means: z.string(),
  example: 'apps',
};

const at = (path: string) => ({ path: `/api/v3/${path}`, parts: [], query: [] });
const list = (path: string) => ({ ...at(path), query: slice });
const record = (path: string) => ({ ...at(path), parts: [slug] });

/** All v3 operations, in the order of the documentation. */
export const oldOperations: OldOperation[] = [
  { id: 'oldRoot', ...at(''), summary: 'Entry points of the API', document: schemas.rootSchema },
  {
    id: 'oldPackages',
    ...at('packages/'),
    query: [...slice, category],
    summary: 'All packages, sorted by title',
    document: schemas.packageListSchema,
  },
  {
    id: 'oldPackage',
    ...record('packages/{slug}/'),
    summary: 'One package',
    document: schemas.packageSchema,
  },
  {
    id: 'oldGrids',
    ...list('grids/'),
    summary: 'All grids, sorted by title',
    document: schemas.gridListSchema,
  },
  { id: 'oldGrid', ...record('grids/{slug}/'), summary: 'One grid', document: schemas.gridSchema },
  {
    id: 'oldGridPackages',
    ...record('grids/{slug}/packages/'),
    query: slice,
    summary: 'The packages of a grid, sorted by title',
    document: schemas.gridPackageListSchema,
  },
  {
    id: 'oldCategories',
    ...list('categories/'),
    summary: 'All categories, sorted by title',
    document: schemas.categoryListSchema,
  },
  {
    id: 'oldCategory',
    ...record('categories/{slug}/'),
    summary: 'One category',
    document: schemas.categorySchema,
  },
  {
    id: 'oldUsers',
    ...list('users/'),
    summary: 'Users; requires signing in',
    document: undefined,
  },
  {
    id: 'oldUser',
    ...at('users/{account}/'),
    parts: [{ name: 'account', description: 'Account name of the user.', means: z.string() }],
    summary: 'One user; requires signing in',
    document: undefined,
  },
];
