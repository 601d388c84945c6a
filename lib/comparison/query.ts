import { z } from 'zod';
import { linkTo } from '@/lib/links';
import { MAX_SEARCH_LENGTH, searchText, single } from '@/lib/list-query';
import { slugList } from '@/lib/slugs';

const layouts = ['columns', 'rows'] as const;
const densities = ['normal', 'compact'] as const;

/** Names of facts in one parameter, apart by commas or in several parameters of one name. */
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

const name = single.transform((text = '') => (isName(text) ? text : ''));
/** A value to choose among those that packages have, such as `GPL-2.0+`; the view drops what none has. */
const value = single.transform((text = '') => text.slice(0, MAX_SEARCH_LENGTH));
const isOn = single.transform((text = '') =>
  ['1', 'true', 'on', 'yes'].includes(text.toLowerCase()),
);
const oneOf = <Value extends string>(values: readonly Value[]) =>
  single.transform((text) => values.find((it) => it === text));

/** The state of a comparison, whole in its URL. What can't be used is as if it were absent and leaves the rest alone. */
export const comparisonQuery = z
  .object({
    layout: oneOf(layouts),
    density: oneOf(densities),
    sort: name,
    /** Packages that come first, whatever the order is. */
    pin: slugList,
    /** Ticked packages, which the ticks of the table add to those. */
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
    /** On a phone the whole table in place of two packages at a time. */
    whole: isOn,
    // As links to djangopackages.org have them.
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

/** A state as parameters: undefined is what it has in common with the plain page. */
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

/** The address of a comparison in a state: only what differs from the plain page stands in it, always in the same order. */
export function comparisonLink(path: string, query: ComparisonQuery): string {
  return linkTo(path, comparisonParameters(query));
}

/** The same state with every package and every fact. */
export function withoutFilters(query: ComparisonQuery): ComparisonQuery {
  const { layout, density, sort, pin, evidence, whole } = query;
  return { ...comparisonQuery.parse({}), layout, density, sort, pin, evidence, whole };
}

/** Whether a state leaves out packages or facts. */
export function isFiltered(query: ComparisonQuery): boolean {
  return comparisonLink('', query) !== comparisonLink('', withoutFilters(query));
}
