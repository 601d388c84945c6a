/** Parameters as an object; of a repeated one the last counts. */
export function readParameters(params: URLSearchParams): Record<string, string> {
  return Object.fromEntries(params);
}

/** Writes parameters as Python's urlencode does: keys in order, `~` as it is and `*` escaped. */
export function encodeQuery(params: URLSearchParams): string {
  const sorted = new URLSearchParams(params);
  sorted.sort();
  return sorted.toString().replaceAll('*', '%2A').replaceAll('%7E', '~');
}
