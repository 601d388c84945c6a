/** Puts headers, given as name, value, name, value …, on an answer that is not written in one go. */
export function setHeaders(
  response: { setHeader: (name: string, value: string) => unknown },
  headers: string[],
): void {
  for (let at = 0; at < headers.length; at += 2) {
    response.setHeader(headers[at] ?? '', headers[at + 1] ?? '');
  }
}
