import type { z } from 'zod';
import { countGridRecords } from '@/db/queries/api-record-lists';
import { listTitledGrids } from '@/db/queries/api-v3-records';
import { badPage, found } from '@/lib/api/v3/answers';
import { gridDocument } from '@/lib/api/v3/documents';
import { endpoint } from '../endpoint';
import { links } from '@/lib/api/v3/links';
import { pageMeta, readPage } from '@/lib/api/v3/pagination';
import type { gridListSchema } from '@/lib/api/v3/schemas';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(({ query }) => {
  const page = readPage(query);
  if (!page) return badPage();
  return found({
    meta: pageMeta(links.grids, page, countGridRecords()),
    objects: listTitledGrids(page).map(gridDocument),
  } satisfies z.infer<typeof gridListSchema>);
});
