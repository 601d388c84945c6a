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
    description: `How many objects to give, ${MOST_DOCUMENTS} at most. What is no whole number counts as ${DEFAULT_LIMIT}.`,
    means: z.int().min(0).default(DEFAULT_LIMIT),
  },
  {
    name: 'offset',
    description: 'How many objects to leave out before. What is no whole number counts as 0.',
    means: z.int().min(0).default(0),
  },
];
const category = {
  name: 'category',
  description: 'Slug of a category; one that there is not leaves the list whole.',
  means: z.string(),
  example: 'apps',
};

const at = (path: string) => ({ path: `/api/v3/${path}`, parts: [], query: [] });
const list = (path: string) => ({ ...at(path), query: slice });
const record = (path: string) => ({ ...at(path), parts: [slug] });

/** All v3 operations, in the order of the documentation. */
export const oldOperations: OldOperation[] = [
  { id: 'oldRoot', ...at(''), summary: 'Where the lists are', document: schemas.rootSchema },
  {
    id: 'oldPackages',
    ...at('packages/'),
    query: [...slice, category],
    summary: 'All packages by title',
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
    summary: 'All grids by title',
    document: schemas.gridListSchema,
  },
  { id: 'oldGrid', ...record('grids/{slug}/'), summary: 'One grid', document: schemas.gridSchema },
  {
    id: 'oldGridPackages',
    ...record('grids/{slug}/packages/'),
    query: slice,
    summary: 'The packages of a grid by title',
    document: schemas.gridPackageListSchema,
  },
  {
    id: 'oldCategories',
    ...list('categories/'),
    summary: 'All categories by title',
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
    summary: 'People, for those who are signed in',
    document: undefined,
  },
  {
    id: 'oldUser',
    ...at('users/{account}/'),
    parts: [{ name: 'account', description: 'Account of the person.', means: z.string() }],
    summary: 'One person, for those who are signed in',
    document: undefined,
  },
];
