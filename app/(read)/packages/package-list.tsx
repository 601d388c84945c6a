import { ChosenFacets } from '@/components/facets/chosen-facets';
import { ChoiceFields } from '@/components/facets/choice-fields';
import { FacetColumn } from '@/components/facets/facet-column';
import { EmptyList } from '@/components/lists/empty-list';
import { FilterForm } from '@/components/lists/filter-form';
import { NoGridLink } from '@/components/lists/no-grid-link';
import { SelectField } from '@/components/lists/select-field';
import { SliceStatus } from '@/components/lists/slice-status';
import { ReadAs } from '@/components/search/read-as';
import { ListedTable } from '@/components/tables/listed-table';
import { Pager } from '@/components/tables/pager';
import { hasRecentAdditions } from '@/db/queries/packages';
import { choose } from '@/lib/facets/choice';
import type { FacetChoice } from '@/lib/facets/facets';
import { linkTo } from '@/lib/text/links';
import { NO_GRID } from '@/lib/list/query';
import {
  DEFAULT_PACKAGE_SORT,
  listSortOptions,
  packageSortFields,
  RELEVANCE,
} from '@/lib/list/sort-orders';
import { readClock } from '../../clock';
import { loadPackages, type Within } from './load';

interface PackageListProps {
  path: string;
  within?: Within;
  query: unknown;
}

interface Changed {
  sort?: string;
  page?: number;
  choice?: FacetChoice;
}

/** The active packages of the site, a category or a grid: searched, filtered, sorted and paged by links and a form. */
export function PackageList({ path, within = {}, query }: PackageListProps) {
  const loaded = loadPackages(within, query);
  const { search, sort, requestedPage, chosen, total, paging, facets } = loaded;
  const isByDateAdded = sort.endsWith('created') || hasRecentAdditions();
  const sortFields = packageSortFields.filter(({ key }) => key !== 'created' || isByDateAdded);
  const defaultSort = search.q === '' ? DEFAULT_PACKAGE_SORT : RELEVANCE;
  const isInNoGrid = chosen.grid === NO_GRID;
  const isFiltered = Object.keys(chosen).length > 0;
  const hrefOf = ({ choice = chosen, ...changed }: Changed) =>
    linkTo(
      path,
      { q: search.q, ...choice, sort, ...changed },
      { q: '', sort: defaultSort, page: 1 },
    );
  const choiceHref = (choice: FacetChoice) => hrefOf({ choice });

  return (
    <div
      className={
        facets.length === 0 ? undefined : 'lg:grid lg:grid-cols-[12.5rem_minmax(0,1fr)] lg:gap-x-10'
      }
    >
      <FacetColumn facets={facets} choice={chosen} hrefOf={choiceHref} isPart={loaded.isPart} />
      <div>
        <FilterForm action={path} label="Search these packages" {...search}>
          <SelectField
            name="sort"
            label="Sort by"
            value={sort === defaultSort ? '' : sort}
            options={listSortOptions(sortFields, {
              present: sort,
              defaultSort,
              plain: DEFAULT_PACKAGE_SORT,
            })}
          />
          <ChoiceFields choice={chosen} />
        </FilterForm>
        <ChosenFacets facets={facets} choice={chosen} hrefOf={choiceHref} />
        <div className="flex flex-wrap items-baseline gap-x-4 text-caption text-quiet">
          {total > 0 && (
            <SliceStatus
              total={total}
              paging={paging}
              requestedPage={requestedPage}
              thing="package"
            />
          )}
          {within.grid === undefined && !isInNoGrid && (
            <NoGridLink
              count={loaded.inNone}
              href={hrefOf({ choice: choose(chosen, 'grid', NO_GRID) })}
            />
          )}
          {total > 0 && <ReadAs corrected={loaded.corrected} isRelaxed={loaded.isRelaxed} />}
        </div>
        {total === 0 ? (
          <EmptyList
            things="active packages"
            where={placeOf(within, isFiltered)}
            q={search.q}
            href={path}
          />
        ) : (
          <>
            <ListedTable
              packages={loaded.packages}
              clock={readClock()}
              order={{ sort, hrefOf: (other) => hrefOf({ sort: other }) }}
            />
            <Pager page={paging.page} pages={paging.pages} hrefOf={(page) => hrefOf({ page })} />
          </>
        )}
      </div>
    </div>
  );
}

/** The scope of a list, worded for the message that it is empty. */
function placeOf(within: Within, isFiltered: boolean): string {
  const places = [
    within.category !== undefined && 'in this category',
    within.grid !== undefined && 'in this grid',
    isFiltered && 'with these filters',
  ];
  return places.filter((it) => it !== false).join(' ');
}
