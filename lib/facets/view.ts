import { compareTitles } from '@/lib/titles';
import {
  facets,
  UNKNOWN,
  type Facet,
  type FacetChoice,
  type FacetKey,
  type FacetValue,
} from './facets';
import type { Tally } from './tally';

/** A facet as a page shows it. */
export interface FacetView {
  key: FacetKey;
  label: string;
  /** What packages have here, but for the value that is chosen. */
  values: FacetValue[];
  chosen: FacetValue | undefined;
}

interface ViewOptions {
  choice: FacetChoice;
  /** The titles of categories and grids by `category apps`. */
  titles: Map<string, string>;
  /** What the page itself decides, such as the category of a category page. */
  fixed?: FacetChoice;
}

/** What can be chosen, each value with how many packages that would leave. A facet in which all packages agree is left out. */
export function viewFacets({ counts }: Tally, { choice, titles, fixed = {} }: ViewOptions) {
  return facets
    .filter(({ key }) => fixed[key] === undefined)
    .map((facet): FacetView => {
      const { key, label } = facet;
      const chosen = choice[key];
      const all = listValues(facet, counts.get(key) ?? new Map<string, number>(), titles);
      return {
        key,
        label,
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

/** The most frequent first; what is unknown stands last. */
function byCount(a: FacetValue, b: FacetValue): number {
  return (
    Number(a.value === UNKNOWN) - Number(b.value === UNKNOWN) ||
    b.count - a.count ||
    compareTitles(a.label, b.label)
  );
}
