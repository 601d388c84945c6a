import { startPackageHost } from './package-hosts';

/** Plays the API of endoflife.date. `find` has the payload of a product; undefined if it is unknown. */
export function startEndoflifeHost(find: (product: string) => unknown) {
  return startPackageHost({
    answer: ({ path }) => {
      const [, product] = /^\/api\/([^/]+)\.json$/.exec(path) ?? [];
      return product === undefined ? undefined : find(decodeURIComponent(product));
    },
  });
}
