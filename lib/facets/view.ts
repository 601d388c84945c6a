import { compareTitles } from '@/lib/list/titles';
import { facets, type Facet, type FacetChoice, type FacetKey } from './facets';
import type { Tally } from './tally';
import { UNKNOWN, type FacetValue } from './values';

/** A facet as shown on a page. */
export interface FacetView {
  key: FacetKey;
  label: string;
  /** Whether its only value is yes. */
  isFlag: boolean;
  /** The available values, except the chosen one. */
  values: FacetValue[];
  chosen: FacetValue | undefined;
}

interface ViewOptions {
  choice: FacetChoice;
  /** Titles of categories and grids, by keys such as `category apps`. */
  titles: Map<string, string>;
  /** Facets fixed by the page, such as the category of a category page. */
  fixed?: FacetChoice;
}

/** The facets with the package count of each value. Omits fixed facets, and those without a value to show. */
export function viewFacets({ counts }: Tally, { choice, titles, fixed = {} }: ViewOptions) {
  return facets
    .filter(({ key }) => fixed[key] === undefined)
    .map((facet): FacetView => {
      const { key, label, isFlag = false } = facet;
      const chosen = choice[key];
      const all = listValues(facet, counts.get(key) ?? new Map<string, number>(), titles);
      return {
        key,
        label,
        isFlag,
        values: all.filter(({ value }) => value !== chosen),
        chosen:
          chosen === undefined
            ? undefined
            : (all.find(({ value }) => value === chosen) ?? nothingOf(facet, chosen, titles)),
      };
    })
    .filter(({ values, chosen }) => values.length > 0 || chosen !== undefined);
}

function listValues(facet: Facet, counts: Map<string, number>, titles: Map<string, string>) {
  return [...counts]
    .map(([value, count]) => ({ value, label: labelOf(facet, value, titles), count }))
    .sort(facet.compare ?? byCount);
}

function nothingOf(facet: Facet, value: string, titles: Map<string, string>): FacetValue {
  return { value, label: labelOf(facet, value, titles), count: 0 };
}

function labelOf({ key, nameOf }: Facet, value: string, titles: Map<string, string>): string {
  return titles.get(`${key} ${value}`) ?? nameOf?.(value) ?? value;
}

/** Most frequent first, unknown last. */
function byCount(a: FacetValue, b: FacetValue): number {
  return (
    Number(a.value === UNKNOWN) - Number(b.value === UNKNOWN) ||
    b.count - a.count ||
    compareTitles(a.label, b.label)
  );
}
