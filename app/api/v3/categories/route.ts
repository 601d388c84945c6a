import { countCategoryRecords, listCategoryRecords } from '@/db/queries/api-record-lists';
import { badPage, found } from '@/lib/api/v3/answers';
import { categoryDocument } from '@/lib/api/v3/documents';
import { endpoint } from '../endpoint';
import { links } from '@/lib/api/v3/links';
import { pageMeta, readPage } from '@/lib/api/v3/pagination';
import type { categoryListSchema } from '@/lib/api/v3/schemas';
import type { z } from 'zod';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(({ query }) => {
  const page = readPage(query);
  if (!page) return badPage();
  return found({
    meta: pageMeta(links.categories, page, countCategoryRecords()),
    objects: listCategoryRecords(page, {}, 'title').map(categoryDocument),
  } satisfies z.infer<typeof categoryListSchema>);
});
