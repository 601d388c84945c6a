import { operations } from '@/lib/api/operations';
import { splitSuffix } from '@/lib/api/suffix';
import { oldOperations } from '@/lib/api/v3/operations';
import { badgeQuery } from '@/lib/badges/badges';
import { chooserQuery } from '@/lib/comparison/chooser-query';
import { comparisonQuery } from '@/lib/comparison/query';
import { facets } from '@/lib/facets/facets';
import { listQuery } from '@/lib/list/query';
import { readinessQuery } from '@/lib/package/readiness';
import { suggestionQuery } from '@/lib/search/suggestions';

const keysOf = ({ shape }: { shape: Record<string, unknown> }) => Object.keys(shape);

const list = keysOf(listQuery([''], ''));
const faceted = [...list, ...facets.map(({ key }) => key)];
const comparison = keysOf(comparisonQuery.in);
const suggestions = keysOf(suggestionQuery);

/** The parameters that a route looks at; any other route looks at none. */
const ofRoutes: Record<string, string[]> = {
  '/badges/[file]': keysOf(badgeQuery),
  '/categories/[slug]': faceted,
  '/compare': [...keysOf(chooserQuery), ...comparison],
  '/compare/[packages]': comparison,
  '/compare/[packages]/table.csv': comparison,
  '/compare/[packages]/table.json': comparison,
  '/compare/[packages]/table.md': comparison,
  '/embed/grids/[slug]': comparison,
  '/grids': list,
  '/grids/g/[slug]': comparison,
  '/grids/g/[slug]/packages': faceted,
  '/grids/g/[slug]/table.csv': comparison,
  '/grids/g/[slug]/table.json': comparison,
  '/grids/g/[slug]/table.md': comparison,
  '/grids/g/[slug]/timesheet': ['sort'],
  '/packages': faceted,
  '/packages/latest': list,
  '/packages/liked': ['page'],
  '/packages/trending': ['page'],
  '/readiness/[product]/[cycle]': keysOf(readinessQuery),
  '/search': faceted,
  '/search/opensearch/suggestions': suggestions,
  '/search/suggestions': suggestions,
  '/sitemap-categories.xml': ['p'],
  '/sitemap-grids.xml': ['p'],
  '/sitemap-packages.xml': ['p'],
  '/sitemap-static.xml': ['p'],
};

const known = new Map(Object.entries(ofRoutes).map(([path, names]) => [path, new Set(names)]));
const none = new Set<string>();

/** The parameters that change what a route answers. */
export function parametersOf(route: string): Set<string> {
  return known.get(route) ?? none;
}

const ofApi = [
  ...Object.values(operations).map(({ path, query }) => ({ path, names: keysOf(query) })),
  ...oldOperations.map(({ path, query }) => ({ path, names: query.map(({ name }) => name) })),
].map(({ path, names }) => ({
  pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  names: new Set([...names, 'format']),
}));

/** The parameters that change what an address of the API answers, if only in one place; undefined where it is none of an operation. */
export function parametersOfApi(path: string): Set<string> | undefined {
  const { path: stem } = splitSuffix(path);
  return ofApi.find(({ pattern }) => pattern.test(stem))?.names;
}
