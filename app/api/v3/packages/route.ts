import type { z } from 'zod';
import { findCategory } from '@/db/queries/categories';
import { countTitledPackages, listTitledPackages } from '@/db/queries/api-v3-records';
import { badPage, found } from '@/lib/api/v3/answers';
import { packageDocument } from '@/lib/api/v3/documents';
import { endpoint } from '../endpoint';
import { links } from '@/lib/api/v3/links';
import { pageMeta, readPage } from '@/lib/api/v3/pagination';
import type { packageListSchema } from '@/lib/api/v3/schemas';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(({ query }) => {
  const page = readPage(query);
  if (!page) return badPage();
  const scope = scopeOf(query);
  return found({
    meta: pageMeta(links.packages, page, countTitledPackages(scope)),
    category: null,
    objects: listTitledPackages(scope, page).map(packageDocument),
  } satisfies z.infer<typeof packageListSchema>);
});

/** As in the reference, an unknown category doesn't filter the list, and the last of repeated parameters applies. */
function scopeOf(query: URLSearchParams) {
  const category = findCategory(query.getAll('category').at(-1) ?? '');
  return category ? { categoryId: category.id } : {};
}
