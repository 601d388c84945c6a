import { z } from 'zod';
import { DEFAULT_LIMIT, MOST_DOCUMENTS } from '../parameters';
import { pythonInt } from '../python-int';
import type { metaSchema } from './schemas';

export interface Page {
  limit: number;
  offset: number;
}

/** Beyond the end of any list, and small enough for exact addition. */
const MOST_OFFSET = 1_000_000_000_000;

const slice = z.object({ limit: pythonInt.catch(DEFAULT_LIMIT), offset: pythonInt.catch(0) });

/** The requested page; undefined if limit or offset is negative. The last of a repeated parameter wins. */
export function readPage(params: URLSearchParams): Page | undefined {
  const { limit, offset } = slice.parse(Object.fromEntries(params));
  if (limit < 0 || offset < 0) return undefined;
  return { limit: Math.min(limit, MOST_DOCUMENTS), offset: Math.min(offset, MOST_OFFSET) };
}

/** Pagination links of a page. As on djangopackages.org, they drop other parameters; with a limit of 0, a page links to itself as next. */
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
