import type { PageQuery } from '@/lib/text/links';
import { routes, type RoutePath } from './table';

/**
 * Returns the parameters that a route declares. The cache ignores all others, so no page or handler may see them either: what works
 * without the cache then works with it.
 */
export function declaredQuery(path: RoutePath, given: PageQuery | URLSearchParams): PageQuery {
  const known = Object.keys(routes[path].query);
  if (!(given instanceof URLSearchParams)) {
    return Object.fromEntries(Object.entries(given).filter(([name]) => known.includes(name)));
  }
  return Object.fromEntries(
    known.flatMap((name) => {
      const values = given.getAll(name);
      return values.length === 0 ? [] : [[name, values]];
    }),
  );
}
