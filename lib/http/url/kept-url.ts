import { parametersOf } from '@/lib/routes/find';
import { isOfApi } from './api-path';

/** Splits a URL at its first question mark. */
export function splitUrl(url: string): [path: string, query?: string] {
  const at = url.indexOf('?');
  return at < 0 ? [url] : [url.slice(0, at), url.slice(at + 1)];
}

/** The URL with only the parameters that matter, always in the same order; undefined if it is unknown which ones do. */
export function keptUrl(url: string, route: string | undefined): string | undefined {
  if (!url.startsWith('/')) return undefined;
  const [path, query] = splitUrl(url);
  if (query === undefined) return path;
  if (route === undefined) return undefined;
  const known = parametersOf(route);
  if (isOfApi(url)) return isKnownQuery(query, known) ? url : undefined;
  const kept = [...new URLSearchParams(query)].filter(([name]) => known.has(name));
  const sorted = new URLSearchParams(kept);
  sorted.sort();
  return kept.length === 0 ? path : `${path}?${sorted.toString()}`;
}

/** API lists carry unknown parameters into their links, in the order in which they came: so each must be known, and occur once. */
function isKnownQuery(query: string, known: ReadonlySet<string>): boolean {
  const names = [...new URLSearchParams(query).keys()];
  return new Set(names).size === names.length && names.every((name) => known.has(name));
}
