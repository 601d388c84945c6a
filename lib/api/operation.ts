import { z } from 'zod';
import { limit, offset } from './parameters';

/** What a resource says of itself, in answers to OPTIONS and on its browsable page. */
export interface View {
  name: string;
  description: string;
}

export const tags = {
  packages: 'Packages and their figures.',
  grids: 'Comparisons of packages that do the same job.',
  categories: 'Kinds of packages.',
  finding: 'Search, comparison and checks.',
  v3: 'The older form of the same, with relative links. New programs want v4.',
} as const;

/** One thing that a program can ask of the API: what its handler parses by, and what the OpenAPI document is made of. */
export interface Operation<Params = unknown, Query = unknown, Document = unknown> {
  /** A verb and a noun, unlike any other. */
  id: string;
  /** With `{name}` for each of its parameters. */
  path: string;
  tag: keyof typeof tags;
  /** What it gives, in a line. */
  summary: string;
  view: View;
  /** The parts of the path. What they don't take is not found. */
  params: z.ZodType<Params>;
  query: z.ZodType<Query> & { shape: Record<string, z.ZodType> };
  document: z.ZodType<Document>;
  /** Whether time alone changes the document, so that nobody can say when it last changed. */
  dependsOnClock?: boolean;
}

/** The slice of a list. */
export const slice = z.object({ limit, offset });

export type Slice = z.infer<typeof slice>;

/** Says nothing but lets TypeScript infer what the parts of an operation are. */
export const operation = <Params, Query, Document>(it: Operation<Params, Query, Document>) => it;
