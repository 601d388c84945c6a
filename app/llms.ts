import { countCatalogue } from '@/db/queries/catalogue';
import { listCategories } from '@/db/queries/categories';
import { listGrids } from '@/db/queries/grids';
import type { LlmsIndex } from '@/lib/llms/index-text';
import { baseOf } from './address';
import { sendDocument } from './documents';

/** Far above the actual number, so that every comparison is listed. */
const MOST_GRIDS = 10_000;

/** What both llms.txt documents contain about the catalogue. */
export function readIndex(request: Request): LlmsIndex {
  return {
    base: baseOf(request),
    counts: countCatalogue(),
    grids: listGrids('title', { limit: MOST_GRIDS, offset: 0 }),
    categories: listCategories(),
  };
}

export function sendText(route: '/llms.txt' | '/llms-full.txt', body: string): Response {
  return sendDocument({
    body,
    contentType: 'text/plain; charset=utf-8',
    route,
  });
}
