/** Parameters as an object; the last of a repeated parameter wins. */
export function readParameters(params: URLSearchParams): Record<string, string> {
  return Object.fromEntries(params);
}

/** Encodes parameters like Python's urlencode, with sorted keys: `~` unescaped and `*` escaped. */
export function encodeQuery(params: URLSearchParams): string {
  const sorted = new URLSearchParams(params);
  sorted.sort();
  return sorted.toString().replaceAll('*', '%2A').replaceAll('%7E', '~');
}
