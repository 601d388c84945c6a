import { isOfApi } from '../api-path';
import { parametersOf, parametersOfApi } from './parameters';

/** An address parted at its first question mark. */
export function splitUrl(url: string): [path: string, query?: string] {
  const at = url.indexOf('?');
  return at < 0 ? [url] : [url.slice(0, at), url.slice(at + 1)];
}

/** The address with the parameters alone that count, always in the same order; undefined where nobody can say which do. */
export function keptUrl(url: string, route: string | undefined): string | undefined {
  if (!url.startsWith('/')) return undefined;
  const [path, query] = splitUrl(url);
  if (query === undefined) return path;
  if (isOfApi(url)) return isKnownQuery(path, query) ? url : undefined;
  if (route === undefined) return undefined;
  const known = parametersOf(route);
  const kept = [...new URLSearchParams(query)].filter(([name]) => known.has(name));
  const sorted = new URLSearchParams(kept);
  sorted.sort();
  return kept.length === 0 ? path : `${path}?${sorted.toString()}`;
}

/** Lists of the API carry what they don't know into their links, and show the order in which all came: so each must be known, and once. */
function isKnownQuery(path: string, query: string): boolean {
  const known = parametersOfApi(path);
  const names = [...new URLSearchParams(query).keys()];
  return new Set(names).size === names.length && names.every((name) => known?.has(name));
}
