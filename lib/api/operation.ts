import { z } from 'zod';
import { POST_METHODS, READ_METHODS } from './methods';
import { limit, offset } from './parameters';

/** How a resource describes itself in OPTIONS responses and on its browsable page. */
export interface View {
  name: string;
  description: string;
}

export const tags = {
  packages: 'Packages with their releases and health.',
  grids: 'Comparisons of packages that do the same job.',
  categories: 'Types of packages.',
  search: 'Search, comparison, checks and metadata.',
  v3: 'The previous version of the API, with relative links. Use v4 for new code.',
} as const;

/** One API operation. Its handler parses requests by it, and the OpenAPI document is generated from it. */
export interface Operation<Params = unknown, Query = unknown, Document = unknown> {
  /** A verb and a noun; unique. */
  id: string;
  /** With `{name}` for each path parameter. */
  path: string;
  tag: keyof typeof tags;
  /** What it returns, in one line. */
  summary: string;
  view: View;
  /** Path parameters. A path that they reject is a 404. */
  params: z.ZodType<Params>;
  query: z.ZodType<Query> & { shape: Record<string, z.ZodType> };
  /** The parameter that clients may send as the body of a POST instead; without one, POST is not allowed. */
  posted?: string;
  document: z.ZodType<Document>;
  /** Whether the document changes with time alone, so it has no Last-Modified. */
  dependsOnClock?: boolean;
}

/** The methods of an operation, for the Allow header. */
export const allowedMethods = ({ posted }: Pick<Operation, 'posted'>): string =>
  posted === undefined ? READ_METHODS : POST_METHODS;

/** Query parameters that select a slice of a list. */
export const slice = z.object({ limit, offset });

export type Slice = z.infer<typeof slice>;

/** Identity function that lets TypeScript infer the type parameters of an operation. */
export const operation = <Params, Query, Document>(it: Operation<Params, Query, Document>) => it;
