import { z } from 'zod';
import { searchQuery } from '@/lib/list-query';

const DEFAULT_LIMIT = 20;

/** As lenient as Python's int(), which takes blanks and a plus sign; beyond what a number holds exactly it is cut. */
const whole = z
  .string()
  .regex(/^\s*\+?\d+\s*$/)
  .transform((text) => Math.min(Number(text), Number.MAX_SAFE_INTEGER));

/** The parameters that the API knows. One that can't be used falls back by itself, so that no query can fail. */
const known = z.object({
  format: z.string().optional(),
  limit: whole.refine((limit) => limit > 0).catch(DEFAULT_LIMIT),
  offset: whole.catch(0),
  q: searchQuery.shape.q.transform(({ q }) => q),
});

export type ApiQuery = z.infer<typeof known>;

/** Reads a query; of a repeated parameter the last counts. */
export function parseQuery(params: URLSearchParams): ApiQuery {
  return known.parse(Object.fromEntries(params));
}

/** Writes parameters as Python's urlencode does: keys in order, `~` as it is and `*` escaped. */
export function encodeQuery(params: URLSearchParams): string {
  const sorted = new URLSearchParams(params);
  sorted.sort();
  return sorted.toString().replaceAll('*', '%2A').replaceAll('%7E', '~');
}
