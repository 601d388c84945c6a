import { listCategories } from '@/db/queries/categories';
import { findPackages } from '@/db/queries/search';
import { countReadiness, listReadiness } from '@/db/queries/readiness';
import { pageOf } from '@/lib/list/paging';
import { answers, readinessQuery, timeOfDay, type Release } from '@/lib/package/readiness';

const PAGE_SIZE = 50;

/** Loads a page of what packages declare about a release, as filtered, sorted and paged by the query. */
export function loadReadiness({ product, cycle, releasedAt }: Release, query: unknown) {
  const {
    q: search,
    says,
    sort,
    page: requestedPage,
    category: wanted,
  } = readinessQuery.parse(query);
  const categories = listCategories().map(({ slug, title }) => ({ value: slug, label: title }));
  const category = categories.some(({ value }) => value === wanted) ? wanted : '';

  const found = search.q === '' ? undefined : findPackages(search.q, { isActiveOnly: true });
  const filter = { product, cycle, releasedAt: timeOfDay(releasedAt), ids: found?.ids, category };
  const counts = countReadiness(filter);
  const chosen = answers.filter(({ key }) => says === '' || key === says);
  const total = chosen.reduce((sum, { key }) => sum + counts[key], 0);
  const paging = pageOf(total, requestedPage, PAGE_SIZE);
  return {
    state: { says, q: search.q, category, sort },
    isCut: search.isCut,
    corrected: found?.corrected,
    isRelaxed: found?.isRelaxed === true,
    requestedPage,
    categories,
    counts,
    total,
    paging,
    packages: listReadiness({ ...filter, says }, sort, paging),
  };
}
