import { countCatalogue } from '@/db/queries/catalogue';
import { listCategories } from '@/db/queries/categories';
import { listGrids } from '@/db/queries/grids';
import type { LlmsIndex } from '@/lib/llms/index-text';
import { baseOf } from './address';
import { sendDocument } from './documents';

/** Far above the actual number, so that every comparison is listed. */
const MOST_GRIDS = 10_000;

const MAX_AGE = 3600;

/** What both llms.txt documents contain about the catalogue. */
export function readIndex(request: Request): LlmsIndex {
  return {
    base: baseOf(request),
    counts: countCatalogue(),
    grids: listGrids('title', { limit: MOST_GRIDS, offset: 0 }),
    categories: listCategories(),
  };
}

export function sendText(request: Request, body: string): Response {
  return sendDocument(request, {
    body,
    contentType: 'text/plain; charset=utf-8',
    maxAge: MAX_AGE,
  });
}
