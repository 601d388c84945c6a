import { findGrids } from '@/db/queries/search';
import { countGrids, listGrids, listGridsInOrder } from '@/db/queries/grids';
import { listQuery, searchQuery } from '@/lib/list/query';
import { pageOf } from '@/lib/list/paging';
import { DEFAULT_GRID_SORT, gridSorts, RELEVANCE } from '@/lib/list/sort-orders';

const PAGE_SIZE = 20;

const plainQuery = listQuery(gridSorts, DEFAULT_GRID_SORT);
const foundQuery = listQuery([RELEVANCE, ...gridSorts], RELEVANCE);

/** Loads a page of the list of grids, as searched, sorted and paged by the query. */
export function loadGrids(query: unknown) {
  const { q: search } = searchQuery.parse(query);
  const { sort, page: requestedPage } = (search.q === '' ? plainQuery : foundQuery).parse(query);
  const found = search.q === '' ? undefined : findGrids(search.q);
  const ids = found?.hits.map(({ id }) => id);
  const total = countGrids(ids);
  const paging = pageOf(total, requestedPage, PAGE_SIZE);
  return {
    search,
    sort,
    requestedPage,
    total,
    paging,
    grids: sort === RELEVANCE ? listGridsInOrder(ids ?? [], paging) : listGrids(sort, paging, ids),
    corrected: found?.corrected,
    isRelaxed: found?.isRelaxed === true,
  };
}
