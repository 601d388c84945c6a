import { z } from 'zod';
import { DEFAULT_LIMIT, MOST_DOCUMENTS } from '../parameters';
import { pythonInt } from '../python-int';
import type { metaSchema } from './schemas';

export interface Page {
  limit: number;
  offset: number;
}

/** Beyond any list, and small enough to be added to exactly. */
const MOST_OFFSET = 1_000_000_000_000;

const slice = z.object({ limit: pythonInt.catch(DEFAULT_LIMIT), offset: pythonInt.catch(0) });

/** Which part of a list is asked for; undefined where it is a negative one. Of a repeated parameter the last counts. */
export function readPage(params: URLSearchParams): Page | undefined {
  const { limit, offset } = slice.parse(Object.fromEntries(params));
  if (limit < 0 || offset < 0) return undefined;
  return { limit: Math.min(limit, MOST_DOCUMENTS), offset: Math.min(offset, MOST_OFFSET) };
}

/** Where a page stands in its list. Other parameters are not carried on, as in the reference; a limit of 0 has itself as its next page. */
export function pageMeta(path: string, { limit, offset }: Page, total: number) {
  const link = (start: number) => `${path}?limit=${limit}&offset=${start}`;
  return {
    limit,
    next: total > limit + offset ? link(offset + limit) : null,
    offset,
    previous: offset > 0 ? link(Math.max(offset - limit, 0)) : null,
    total_count: total,
  } satisfies z.infer<typeof metaSchema>;
}
