/** Sets headers, given as name, value, name, value …, on a response whose head is not written in one call. */
export function setHeaders(
  response: { setHeader: (name: string, value: string) => unknown },
  headers: string[],
): void {
  for (let at = 0; at < headers.length; at += 2) {
    response.setHeader(headers[at] ?? '', headers[at + 1] ?? '');
  }
}
