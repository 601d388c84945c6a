import { EmptyList } from '@/components/lists/empty-list';
import { FilterForm } from '@/components/lists/filter-form';
import { SelectField } from '@/components/lists/select-field';
import { SliceStatus } from '@/components/lists/slice-status';
import { AnswerLinks } from '@/components/readiness/answer-links';
import { ReadAs } from '@/components/search/read-as';
import { Pager } from '@/components/tables/pager';
import { ReadinessTable } from '@/components/tables/readiness-table';
import { linkTo } from '@/lib/text/links';
import type { Answer, Release } from '@/lib/package/readiness';
import { DEFAULT_READINESS_SORT, readinessSortFields, sortOptions } from '@/lib/list/sort-orders';
import type { Clock } from '@/lib/time';
import { loadReadiness } from './load';

const defaults = { says: '', q: '', category: '', sort: DEFAULT_READINESS_SORT, page: 1 };

interface ReadinessListProps {
  release: Release;
  query: unknown;
  clock: Clock;
}

/** The active packages with what each declares about a release: filtered, searched, sorted and paged by links and a form. */
export function ReadinessList({ release, query, clock }: ReadinessListProps) {
  const path = `/readiness/${release.product}/${release.cycle}/`;
  const loaded = loadReadiness(release, query);
  const { state, isCut, requestedPage, categories, counts, total, paging, packages } = loaded;
  const hrefOf = (changed: { says?: Answer | ''; sort?: string; page?: number }) =>
    linkTo(path, { ...state, ...changed }, defaults);

  return (
    <>
      <AnswerLinks says={state.says} counts={counts} hrefOf={(says) => hrefOf({ says })} />
      <FilterForm action={path} label="Search these packages" q={state.q} isCut={isCut}>
        <SelectField
          name="category"
          label="Category"
          value={state.category}
          options={[{ value: '', label: 'All' }, ...categories]}
        />
        <SelectField
          name="sort"
          label="Sort by"
          value={state.sort}
          options={sortOptions(readinessSortFields, state.sort)}
        />
        {state.says !== '' && <input type="hidden" name="says" value={state.says} />}
      </FilterForm>
      {total === 0 ? (
        <EmptyList
          things="packages"
          where={state.category === '' ? undefined : 'in this category'}
          q={state.q}
          href={linkTo(path, { says: state.says }, defaults)}
        />
      ) : (
        <>
          <SliceStatus
            total={total}
            paging={paging}
            requestedPage={requestedPage}
            thing="package"
          />
          <ReadAs corrected={loaded.corrected} isRelaxed={loaded.isRelaxed} />
          <ReadinessTable
            release={release.title}
            packages={packages}
            clock={clock}
            order={{ sort: state.sort, hrefOf: (sort) => hrefOf({ sort }) }}
          />
          <Pager page={paging.page} pages={paging.pages} hrefOf={(page) => hrefOf({ page })} />
        </>
      )}
    </>
  );
}
