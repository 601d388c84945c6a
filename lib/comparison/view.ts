import type { Clock } from '@/lib/time';
import { compareTitles } from '@/lib/list/titles';
import {
  areAlike,
  compareValues,
  hasFeature,
  isRankable,
  type Metric,
  type MetricGroup,
} from './metric';
import { isFeature } from './features';
import { fitsAcross } from './layout';
import { filters, isMaintained, type Filter, type Option } from './filters';
import type { ComparedPackage } from './compared-package';
import type { ComparisonQuery } from './query';
import type { ComparisonSource } from './source';

interface Choice {
  value: string;
  label: string;
  /** Number of packages with this choice and the other filters unchanged. */
  count: number;
}

interface FilterChoices {
  key: Filter['key'];
  label: string;
  chosen: string;
  choices: Choice[];
  /** Number of packages without this filter. */
  count: number;
}

export interface ComparisonView {
  query: ComparisonQuery;
  /** Packages as columns or rows: as requested, otherwise as columns if they fit. */
  layout: 'columns' | 'rows';
  packages: ComparedPackage[];
  /** The same packages in the sort order, without pinned ones first. */
  sorted: ComparedPackage[];
  total: number;
  groups: MetricGroup[];
  /** Number of metrics hidden because all shown packages have the same value. */
  alike: number;
  filters: FilterChoices[];
  maintained: number;
  features: (Choice & { isChosen: boolean })[];
}

const metricsOf = (groups: MetricGroup[]): Metric[] => groups.flatMap(({ metrics }) => metrics);

/** A filter condition, keyed by the parameter that sets it. */
interface Condition {
  key: string;
  passes: (it: ComparedPackage) => boolean;
}

/** Applies a state to a comparison: filters and sorts packages, selects metrics, and counts packages for every other choice. */
export function viewComparison(
  { packages, groups }: ComparisonSource,
  requested: ComparisonQuery,
  clock: Clock,
): ComparisonView {
  const options = new Map(filters.map((it) => [it.key, it.options(packages)]));
  const query = usable(requested, packages, groups, options);
  const metrics = metricsOf(groups);
  const conditions = conditionsOf(query, metrics, clock);
  const countWith = (extra: Condition, without = extra.key) => {
    const others = conditions.filter(({ key }) => key !== without);
    return packages.filter((pkg) => extra.passes(pkg) && others.every(({ passes }) => passes(pkg)))
      .length;
  };

  const passing = packages.filter((pkg) => conditions.every(({ passes }) => passes(pkg)));
  const sorted = sortPackages(passing, query.sort, metrics, clock);
  const shown = pinFirst(sorted, query.pin);
  const chosen = groups.map((group) => ({ ...group, metrics: choose(group.metrics, query) }));
  const shownGroups = query.diff ? onlyDifferences(chosen, shown) : chosen;

  return {
    query,
    layout: query.layout ?? (fitsAcross(shown) ? 'columns' : 'rows'),
    packages: shown,
    sorted,
    total: packages.length,
    groups: shownGroups.filter((group) => group.metrics.length > 0),
    alike: metricsOf(chosen).length - metricsOf(shownGroups).length,
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
    features: metrics
      .filter((metric) => isFeature(metric) && metric.repeats === undefined)
      .map((metric) => ({
        value: metric.key,
        label: metric.label,
        isChosen: query.has.includes(metric.key),
        count: countWith({ key: `has ${metric.key}`, passes: (it) => hasFeature(metric.read(it)) }),
      })),
  };
}

/** The first two packages of a comparison, shown side by side on phones. */
export function pairOf({ packages, groups, query }: ComparisonView) {
  const pair = packages.slice(0, 2);
  const differing = query.diff ? onlyDifferences(groups, pair) : groups;
  return { packages: pair, groups: differing.filter(({ metrics }) => metrics.length > 0) };
}

function onlyDifferences(groups: MetricGroup[], packages: ComparedPackage[]): MetricGroup[] {
  return groups.map((group) => ({
    ...group,
    metrics: group.metrics.filter((metric) => !areAlike(packages.map(metric.read))),
  }));
}

/** Drops packages, metrics and filter values from the state that this comparison doesn't have. */
function usable(
  query: ComparisonQuery,
  packages: ComparedPackage[],
  groups: MetricGroup[],
  options: Map<Filter['key'], Option[]>,
): ComparisonQuery {
  const metrics = metricsByName(groups);
  const slugs = new Set(packages.map(({ slug }) => slug));
  const chosen = (key: Filter['key']) =>
    options.get(key)?.some(({ value }) => value === query[key]) ? query[key] : '';
  const picked = Object.fromEntries(filters.map(({ key }) => [key, chosen(key)]));
  return {
    ...query,
    ...picked,
    sort: usableSort(query.sort, metrics),
    pin: query.pin.filter((slug) => slugs.has(slug)),
    show: keysOf(query.show.flatMap((key) => metrics.get(key) ?? [])),
    has: keysOf(query.has.flatMap((key) => metrics.get(key) ?? []).filter(isFeature)),
  };
}

/** Metrics by key and alias. */
function metricsByName(groups: MetricGroup[]): Map<string, Metric> {
  const named = metricsOf(groups).flatMap((metric) =>
    [metric.key, ...(metric.aliases ?? [])].map((key): [string, Metric] => [key, metric]),
  );
  return new Map(named);
}

const keysOf = (metrics: Metric[]) => [...new Set(metrics.map(({ key }) => key))];

function usableSort(sort: string, metrics: Map<string, Metric>): string {
  const name = sort.replace(/^-/, '');
  const key = name === 'title' ? name : metrics.get(name)?.key;
  return key === undefined ? '' : sort.replace(name, key);
}

function conditionsOf(query: ComparisonQuery, metrics: Metric[], clock: Clock): Condition[] {
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
  for (const metric of metrics.filter(({ key }) => query.has.includes(key))) {
    conditions.push({ key: `has ${metric.key}`, passes: (it) => hasFeature(metric.read(it)) });
  }
  return conditions;
}

/** Sorts packages by title or metric; unknown and future values always last, ties by title. Unchanged if `sort` is empty. */
function sortPackages(
  packages: ComparedPackage[],
  sort: string,
  metrics: Metric[],
  { now }: Clock,
): ComparedPackage[] {
  if (sort === '') return packages;
  const direction = sort.startsWith('-') ? -1 : 1;
  const metric = metrics.find(({ key }) => key === sort.replace(/^-/, ''));
  if (!metric) {
    return packages.toSorted((a, b) => direction * compareTitles(a.title, b.title) || a.id - b.id);
  }

  return packages
    .map((it) => ({ it, value: metric.read(it) }))
    .map(({ it, value }) => ({ it, value, isLast: !isRankable(value, now) }))
    .sort((a, b) => {
      if (a.isLast !== b.isLast) return Number(a.isLast) - Number(b.isLast);
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

function choose(metrics: Metric[], { show }: ComparisonQuery): Metric[] {
  return show.length === 0 ? metrics : metrics.filter(({ key }) => show.includes(key));
}
