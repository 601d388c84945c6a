/** Any host does: a request may name the whole address, and its path may have dots and backslashes in it, as Next reads them. */
const HOST = 'http://localhost';

/** What can be read as it stands, as nearly every address can. */
const PLAIN = /^\/(?!\/)[^?#]*/;

/** The path of an address, as Next reads it; of one that can't be read all of it. */
export function pathOf(url: string): string {
  const plain = PLAIN.exec(url)?.[0];
  if (plain !== undefined && !/\/\.|\\|%2e/i.test(plain)) return plain;
  return URL.canParse(url, HOST) ? new URL(url, HOST).pathname : url;
}
