import { z } from 'zod';
import { linkTo } from '@/lib/text/links';
import { MAX_SEARCH_LENGTH, searchText, single } from '@/lib/list/query';
import { slugList } from '@/lib/package/slugs';

const layouts = ['columns', 'rows'] as const;
const densities = ['normal', 'compact'] as const;

/** Metric keys, comma-separated or in repeated parameters. */
const names = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .catch(undefined)
  .transform((given) => {
    const all = [given ?? []].flat().flatMap((text) => text.split(','));
    return [...new Set(all.map((name) => name.trim()))]
      .filter((name) => isName(name))
      .slice(0, 200);
  });

const isName = (text: string) => /^-?[\w.-]{1,60}$/.test(text);

/** Sort keys of grids on djangopackages.org, as in links to it; `downloads` sorts the lowest rank first. */
const sortAliases = new Map([
  ['score', '-health'],
  ['commit_date', '-last_commit'],
  ['watchers', '-repo_watchers'],
  ['downloads', 'pypi_downloads'],
  ['forks', '-repo_forks'],
]);

const name = single.transform((text = '') => (isName(text) ? text : ''));
/** A filter value, such as `GPL-2.0+`; the view drops values that no package has. */
const value = single.transform((text = '') => text.slice(0, MAX_SEARCH_LENGTH));
const isOn = single.transform((text = '') =>
  ['1', 'true', 'on', 'yes'].includes(text.toLowerCase()),
);
const oneOf = <Value extends string>(values: readonly Value[]) =>
  single.transform((text) => values.find((it) => it === text));

/** The state of a comparison, held entirely in its URL. Invalid values count as absent and don't affect the others. */
export const comparisonQuery = z
  .object({
    layout: oneOf(layouts),
    density: oneOf(densities),
    sort: name.transform((key) => sortAliases.get(key) ?? key),
    /** Packages pinned first in any sort order. */
    pin: slugList,
    /** Packages ticked in the table; added to `pin`. */
    package: slugList,
    q: searchText,
    maintained: isOn,
    status: value,
    django: value,
    python: value,
    licence: value,
    has: names,
    show: names,
    diff: isOn,
    /** Shows where each cell was read. */
    evidence: isOn,
    /** On phones, shows the whole table instead of two packages at a time. */
    whole: isOn,
    // As in links to djangopackages.org.
    stable: isOn,
    python3: isOn,
  })
  .transform(({ stable, python3, package: ticked, pin, ...query }) => ({
    ...query,
    pin: [...new Set([...pin, ...ticked])],
    status: query.status || (stable ? '5' : ''),
    python: query.python || (python3 ? '3' : ''),
  }));

export type ComparisonQuery = z.infer<typeof comparisonQuery>;

/** A state as query parameters; undefined for defaults. */
export function comparisonParameters(query: ComparisonQuery) {
  const list = (all: string[]) => (all.length > 0 ? all.join(',') : undefined);
  const on = (is: boolean) => (is ? '1' : undefined);
  return {
    layout: query.layout,
    density: query.density,
    sort: query.sort || undefined,
    pin: list(query.pin),
    q: query.q.q || undefined,
    maintained: on(query.maintained),
    status: query.status || undefined,
    django: query.django || undefined,
    python: query.python || undefined,
    licence: query.licence || undefined,
    has: list(query.has),
    show: list(query.show),
    diff: on(query.diff),
    evidence: on(query.evidence),
    whole: on(query.whole),
  };
}

/** The URL of a comparison in a state: only parameters that differ from the defaults, always in the same order. */
export function comparisonLink(path: string, query: ComparisonQuery): string {
  return linkTo(path, comparisonParameters(query));
}

/** Number of filters that hide packages. */
export function countFilters(query: ComparisonQuery): number {
  const { q, status, django, python, licence, maintained, has } = query;
  const set = [q.q !== '', status !== '', django !== '', python !== '', licence !== '', maintained];
  return set.filter(Boolean).length + has.length;
}

/** The same state with all packages and metrics shown. */
export function withoutFilters(query: ComparisonQuery): ComparisonQuery {
  const { layout, density, sort, pin, evidence, whole } = query;
  return { ...comparisonQuery.parse({}), layout, density, sort, pin, evidence, whole };
}

/** Whether a state has filters that can hide packages or metrics. */
export function isFiltered(query: ComparisonQuery): boolean {
  return comparisonLink('', query) !== comparisonLink('', withoutFilters(query));
}
