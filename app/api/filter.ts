import { listFacetTitles } from '@/db/queries/facets';
import { findGrids, findPackages, tallyPackages } from '@/db/queries/search';
import type { RecordFilter } from '@/db/queries/api-record-lists';
import { dropUnknown, facetChoice, movesWithTime } from '@/lib/facets/choice';
import type { FacetChoice, FacetKey } from '@/lib/facets/facets';
import { now, type Micros } from '@/lib/time';

interface ListQuery {
  q: string;
  modified_since?: Micros | undefined;
}

interface PackageListQuery extends ListQuery, Partial<Record<FacetKey, string | undefined>> {
  active?: boolean | undefined;
}

/** More packages than any catalogue has, since API clients want all matches. */
const MOST_FOUND = 1_000_000;

/** IDs of the packages that match the chosen values, whatever their state; undefined if no filter is active. */
function listChosenPackageIds(choice: FacetChoice): number[] | undefined {
  if (Object.keys(choice).length === 0) return undefined;
  return tallyPackages({ choice, isActiveOnly: false, now: now(), most: MOST_FOUND }).numbers;
}

/** The facets in a query, parsed as on pages. */
function choiceOf(query: PackageListQuery): FacetChoice {
  return facetChoice.parse(query);
}

/** Filter for a query of the package list. */
export function packageFilter(query: PackageListQuery): RecordFilter {
  const found = query.q === '' ? undefined : findPackages(query.q, { isActiveOnly: false }).ids;
  const chosen = listChosenPackageIds(dropUnknown(choiceOf(query), listFacetTitles()));
  return {
    ids: found && chosen ? intersect(found, chosen) : (found ?? chosen),
    since: query.modified_since,
    isActive: query.active,
  };
}

function intersect(some: number[], others: number[]): number[] {
  const known = new Set(others);
  return some.filter((id) => known.has(id));
}

/** Query parameters with an unknown category or grid, which only the database knows. */
export function listUnknownFacets(query: PackageListQuery): string[] {
  const choice = choiceOf(query);
  const known = dropUnknown(choice, listFacetTitles());
  return Object.keys(choice).filter((key) => !(key in known));
}

/** Whether a query filters by age. */
export const dependsOnClock = (query: PackageListQuery): boolean => movesWithTime(choiceOf(query));

/** Filter for a query of the grid list. */
export function gridFilter({ q, modified_since: since }: ListQuery): RecordFilter {
  if (q === '') return { since };
  return { ids: findGrids(q).hits.map(({ id }) => id), since };
}
