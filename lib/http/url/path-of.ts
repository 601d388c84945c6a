/** Any host will do: a request may name an absolute URL, and its path may contain dot segments and backslashes, which Next resolves. */
const HOST = 'http://localhost';

/** Paths that need no parsing, as nearly all do. */
const PLAIN = /^\/(?!\/)[^?#]*/;

/** Returns the path of a URL as Next reads it, or the whole URL if it can't be parsed. */
export function pathOf(url: string): string {
  const plain = PLAIN.exec(url)?.[0];
  if (plain !== undefined && !/\/\.|\\|%2e/i.test(plain)) return plain;
  return URL.canParse(url, HOST) ? new URL(url, HOST).pathname : url;
}
