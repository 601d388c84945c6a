import { startPackageHost } from './package-hosts';

/** Plays the API of pypistats.org. `find` has the payload of a project's downloads by its normalized name; undefined if it is unknown. */
export function startPypistatsHost(find: (name: string) => unknown) {
  return startPackageHost({
    validator: 'last-modified',
    answer: ({ path }) => {
      const [, name] = /^\/api\/packages\/([^/]+)\/overall\?mirrors=false$/.exec(path) ?? [];
      return name === undefined ? undefined : find(decodeURIComponent(name));
    },
  });
}
