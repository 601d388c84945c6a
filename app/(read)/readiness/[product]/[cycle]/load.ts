import { listCategories } from '@/db/queries/categories';
import { countReadiness, listReadiness } from '@/db/queries/readiness';
import { pageOf } from '@/lib/paging';
import { answers, readinessQuery, timeOfDay, type Release } from '@/lib/readiness';

const PAGE_SIZE = 50;

/** A page of what packages say of a release, in the state that a query asks for. */
export function loadReadiness({ product, cycle, releasedAt }: Release, query: unknown) {
  const { q: search, says, sort, page: asked, category: wanted } = readinessQuery.parse(query);
  const categories = listCategories().map(({ slug, title }) => ({ value: slug, label: title }));
  const category = categories.some(({ value }) => value === wanted) ? wanted : '';

  const filter = { product, cycle, releasedAt: timeOfDay(releasedAt), q: search.q, category };
  const counts = countReadiness(filter);
  const chosen = answers.filter(({ key }) => says === '' || key === says);
  const total = chosen.reduce((sum, { key }) => sum + counts[key], 0);
  const paging = pageOf(total, asked, PAGE_SIZE);
  return {
    state: { says, q: search.q, category, sort },
    isCut: search.isCut,
    asked,
    categories,
    counts,
    total,
    paging,
    packages: listReadiness({ ...filter, says }, sort, paging),
  };
}
