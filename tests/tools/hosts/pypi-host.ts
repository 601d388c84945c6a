import { startPackageHost } from './package-hosts';

/** Plays PyPI's JSON API. `find` has the payload of a project by its normalized name; undefined if there is no such project. */
export function startPypiHost(find: (name: string) => unknown) {
  return startPackageHost({
    answer: ({ path }) => {
      const [, name] = /^\/pypi\/([^/]+)\/json$/.exec(path) ?? [];
      return name === undefined ? undefined : find(decodeURIComponent(name));
    },
  });
}
