import { z } from 'zod';
import { operations } from '@/lib/api/operations';
import { oldOperations } from '@/lib/api/v3/operations';
import { routes, type Route } from './table';

/** The folder of an API path, such as `/api/v4/grids/[lookup]` of `/api/v4/grids/{lookup}/`. */
const folderOf = (path: string) => path.replaceAll(/\{(\w+)\}/g, '[$1]').replace(/\/$/, '');

/** Every operation has `format`, if only on the pages that show its response to browsers. */
const ofApi = (query: Route['query']): Route => ({
  ...{ caching: 'cacheable', lane: 'pages', seconds: 0, sitemap: [] },
  query: { ...query, format: z.string() },
});

const table = new Map<string, Route>([
  ...Object.entries(routes),
  ...Object.values(operations).map(
    ({ path, query }) => [folderOf(path), ofApi(query.shape)] as const,
  ),
  ...oldOperations.map(
    ({ path, query }) =>
      [
        folderOf(path),
        ofApi(Object.fromEntries(query.map(({ name, means }) => [name, means]))),
      ] as const,
  ),
  ...['/api/v4/openapi.json', '/api/v3/[...path]', '/api/v1/[[...path]]'].map(
    (path) => [path, ofApi({})] as const,
  ),
]);

/** The folders of all routes. */
export const routePaths: readonly string[] = [...table.keys()];

/** Returns the row of a route of `app`, the API's included; undefined if it has none. */
export function findRow(path: string): Route | undefined {
  return table.get(path);
}

const parameters = new Map(
  [...table].map(([path, { query }]) => [path, new Set(Object.keys(query))]),
);
const none = new Set<string>();

/** The names of the query parameters that change a route's response. */
export function parametersOf(path: string): ReadonlySet<string> {
  return parameters.get(path) ?? none;
}
