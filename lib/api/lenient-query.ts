import type { z } from 'zod';
import type { Operation } from './operation';
import { descriptionOf } from './parameters';

type QuerySchema<Query> = Operation<unknown, Query>['query'];

type Parsed<Query> =
  | { query: Query; ignored: string[] }
  /** Set if a parameter that is not lenient is invalid. */
  | { error: z.ZodError };

/** Parses a query and lists the lenient parameters that were ignored because their values are invalid. */
export function parseQuery<Query>(
  schema: QuerySchema<Query>,
  given: Record<string, string>,
): Parsed<Query> {
  const strict = schema.safeParse(given);
  if (strict.success) return { query: strict.data, ignored: [] };
  const wrong = new Set(strict.error.issues.map(({ path }) => String(path[0])));
  const ignored = [...wrong].filter((name) => isLenient(schema.shape[name]));
  const usable = Object.entries(given).filter(([name]) => !ignored.includes(name));
  const lenient = schema.safeParse(Object.fromEntries(usable));
  return lenient.success ? { query: lenient.data, ignored } : { error: lenient.error };
}

const isLenient = (parameter: z.ZodType | undefined) =>
  parameter !== undefined && descriptionOf(parameter)?.isLenient === true;

/** Query parameters that the operation doesn't define, except `format`, which every operation accepts. */
export function unknownNames(
  { query }: Pick<Operation, 'query'>,
  params: URLSearchParams,
): string[] {
  return [...new Set(params.keys())].filter(
    (name) => name !== 'format' && !Object.hasOwn(query.shape, name),
  );
}

/** Maximum number of parameters listed in the header, and maximum length of each name in characters. */
const MOST_NAMED = 20;
const LONGEST_NAME = 60;

/** Value of the X-Ignored-Parameters header. */
export function ignoredHeader(names: string[]): string {
  return names
    .slice(0, MOST_NAMED)
    .map((name) => encodeURIComponent(name).slice(0, LONGEST_NAME))
    .join(', ');
}
