import { mapFacets, type FacetKey } from './facets';

/** The facet values of some packages. Columns rather than rows, because 20,000 rows take half as long again to read. */
export interface FacetTable {
  /** Document numbers, or ids. */
  numbers: readonly number[];
  /** For each facet its raw values, one for each number. */
  columns: Record<FacetKey, readonly unknown[]>;
}

/** The packages that facets are counted over. */
export interface FacetScope {
  /** Whether to exclude archived and deprecated packages. */
  isActiveOnly: boolean;
  /** Maximum number of packages, best known first. */
  most?: number;
}

/** The rows of both tables. */
export function joinTables(a: FacetTable, b: FacetTable): FacetTable {
  return {
    numbers: [...a.numbers, ...b.numbers],
    columns: mapFacets(({ key }) => [...a.columns[key], ...b.columns[key]]),
  };
}
