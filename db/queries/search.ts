import { searchEngine } from '@/lib/search/engine';
import {
  findFacets,
  findFacetsById,
  findFacetsOf,
  findMatchingFacets,
  listFacetTitles,
} from './facets';
import { listSortedIds } from './packages';
import { listCandidates } from './search-candidates';
import {
  countMatches,
  listAddressed,
  listExactlyNamed,
  listMatches,
  listNamed,
  listTitled,
} from './search-hits';
import { listPackageIdsIn } from './search-sources';
import { vocabulary } from './vocabulary';

/** The search of the site's database; lib/search/engine.ts describes its functions. */
export const {
  findHits,
  findAndCount,
  findGrids,
  findPackages,
  tallyPackages,
  listHits,
  listHitsBy,
  listSuggestions,
  listNearestNames,
} = searchEngine({
  vocabulary,
  listMatches,
  countMatches,
  listNamed,
  listExactlyNamed,
  listTitled,
  listAddressed,
  listCandidates,
  listPackageIdsIn,
  listSortedIds,
  findFacets,
  findFacetsById,
  findFacetsOf,
  findMatchingFacets,
  listFacetTitles,
});
