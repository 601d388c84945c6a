import type { Clock } from '@/lib/time';
import { compareTitles } from '@/lib/titles';
import { areAlike, compareValues, hasFeature, type Fact, type FactGroup } from './fact';
import { isFeature } from './features';
import { filters, isMaintained, type Filter, type Option } from './filters';
import type { ComparedPackage } from './metrics';
import type { ComparisonQuery } from './query';
import type { ComparisonSource } from './source';

interface Choice {
  value: string;
  label: string;
  /** How many packages there would be with this choice and all the other filters as they are. */
  count: number;
}

interface FilterChoices {
  key: Filter['key'];
  label: string;
  chosen: string;
  choices: Choice[];
  /** How many packages there would be without this filter. */
  count: number;
}

export interface ComparisonView {
  query: ComparisonQuery;
  /** Packages across the page or down it: as asked, else as many packages fit best. */
  layout: 'columns' | 'rows';
  packages: ComparedPackage[];
  total: number;
  groups: FactGroup[];
  /** How many facts were left out since all shown packages agree in them. */
  alike: number;
  filters: FilterChoices[];
  maintained: number;
  features: (Choice & { isChosen: boolean })[];
}

/** Packages beyond this many stand down the page rather than across. */
const MOST_COLUMNS = 12;

const factsOf = (groups: FactGroup[]): Fact[] => groups.flatMap(({ facts }) => facts);

/** One condition on packages, by the parameter that sets it. */
interface Condition {
  key: string;
  passes: (it: ComparedPackage) => boolean;
}

/** What a comparison shows in a state: which packages in which order, which facts, and what every other choice would leave. */
export function viewComparison(
  { packages, groups }: ComparisonSource,
  asked: ComparisonQuery,
  clock: Clock,
): ComparisonView {
  const options = new Map(filters.map((it) => [it.key, it.options(packages)]));
  const query = usable(asked, packages, groups, options);
  const facts = factsOf(groups);
  const conditions = conditionsOf(query, facts, clock);
  const countWith = (extra: Condition, without = extra.key) => {
    const others = conditions.filter(({ key }) => key !== without);
    return packages.filter((it) => extra.passes(it) && others.every(({ passes }) => passes(it)))
      .length;
  };

  const passing = packages.filter((it) => conditions.every(({ passes }) => passes(it)));
  const shown = pinFirst(sortPackages(passing, query.sort, facts), query.pin);
  const chosen = groups.map((group) => ({ ...group, facts: choose(group.facts, query) }));
  const shownGroups = query.diff ? onlyDifferences(chosen, shown) : chosen;

  return {
    query,
    layout: query.layout ?? (shown.length > MOST_COLUMNS ? 'rows' : 'columns'),
    packages: shown,
    total: packages.length,
    groups: shownGroups.filter((group) => group.facts.length > 0),
    alike: factsOf(chosen).length - factsOf(shownGroups).length,
    filters: filters.map((filter) => ({
      key: filter.key,
      label: filter.label,
      chosen: query[filter.key],
      count: countWith({ key: filter.key, passes: () => true }),
      choices: (options.get(filter.key) ?? []).map((option) => ({
        ...option,
        count: countWith({ key: filter.key, passes: (it) => filter.passes(it, option.value) }),
      })),
    })),
    maintained: countWith({ key: 'maintained', passes: (it) => isMaintained(it, clock) }),
    features: facts.filter(isFeature).map((fact) => ({
      value: fact.key,
      label: fact.label,
      isChosen: query.has.includes(fact.key),
      count: countWith({ key: `has ${fact.key}`, passes: (it) => hasFeature(fact.read(it)) }),
    })),
  };
}

/** The first two packages of a comparison, which a phone shows beside each other. */
export function pairOf({ packages, groups, query }: ComparisonView) {
  const pair = packages.slice(0, 2);
  const differing = query.diff ? onlyDifferences(groups, pair) : groups;
  return { packages: pair, groups: differing.filter(({ facts }) => facts.length > 0) };
}

function onlyDifferences(groups: FactGroup[], packages: ComparedPackage[]): FactGroup[] {
  return groups.map((group) => ({
    ...group,
    facts: group.facts.filter((fact) => !areAlike(packages.map(fact.read))),
  }));
}

/** The state without what this comparison doesn't have: other packages, other facts, values nobody can choose. */
function usable(
  query: ComparisonQuery,
  packages: ComparedPackage[],
  groups: FactGroup[],
  options: Map<Filter['key'], Option[]>,
): ComparisonQuery {
  const facts = new Map(factsOf(groups).map((fact) => [fact.key, fact]));
  const slugs = new Set(packages.map(({ slug }) => slug));
  const chosen = (key: Filter['key']) =>
    options.get(key)?.some(({ value }) => value === query[key]) ? query[key] : '';
  const picked = Object.fromEntries(filters.map(({ key }) => [key, chosen(key)]));
  return {
    ...query,
    ...picked,
    sort:
      query.sort === 'title' || query.sort === '-title' || facts.has(query.sort.replace(/^-/, ''))
        ? query.sort
        : '',
    pin: query.pin.filter((slug) => slugs.has(slug)),
    show: query.show.filter((key) => facts.has(key)),
    has: query.has.filter((key) => {
      const fact = facts.get(key);
      return fact !== undefined && isFeature(fact);
    }),
  };
}

function conditionsOf(query: ComparisonQuery, facts: Fact[], clock: Clock): Condition[] {
  const conditions: Condition[] = filters
    .filter(({ key }) => query[key] !== '')
    .map(({ key, passes }) => ({ key, passes: (it) => passes(it, query[key]) }));

  const words = query.q.q
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length > 0) {
    conditions.push({
      key: 'q',
      passes: ({ title, slug, description }) => {
        const text = `${title}\n${slug}\n${description}`.toLowerCase();
        return words.every((word) => text.includes(word));
      },
    });
  }
  if (query.maintained) {
    conditions.push({ key: 'maintained', passes: (it) => isMaintained(it, clock) });
  }
  for (const fact of facts.filter(({ key }) => query.has.includes(key))) {
    conditions.push({ key: `has ${fact.key}`, passes: (it) => hasFeature(fact.read(it)) });
  }
  return conditions;
}

/** Sorted by a fact, unknown last either way and ties by title; as they came where `sort` is empty. */
function sortPackages(packages: ComparedPackage[], sort: string, facts: Fact[]): ComparedPackage[] {
  if (sort === '') return packages;
  const direction = sort.startsWith('-') ? -1 : 1;
  const fact = facts.find(({ key }) => key === sort.replace(/^-/, ''));
  if (!fact) {
    return packages.toSorted((a, b) => direction * compareTitles(a.title, b.title) || a.id - b.id);
  }

  return packages
    .map((it) => ({ it, value: fact.read(it) }))
    .sort((a, b) => {
      const isUnknown = Number(a.value.value === null) - Number(b.value.value === null);
      if (isUnknown !== 0) return isUnknown;
      return (
        direction * compareValues(a.value, b.value) ||
        compareTitles(a.it.title, b.it.title) ||
        a.it.id - b.it.id
      );
    })
    .map(({ it }) => it);
}

function pinFirst(packages: ComparedPackage[], pin: string[]): ComparedPackage[] {
  const pinned = pin.flatMap((slug) => packages.find((it) => it.slug === slug) ?? []);
  return [...pinned, ...packages.filter((it) => !pinned.includes(it))];
}

function choose(facts: Fact[], { show }: ComparisonQuery): Fact[] {
  return show.length === 0 ? facts : facts.filter(({ key }) => show.includes(key));
}
