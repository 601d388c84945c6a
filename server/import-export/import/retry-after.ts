/** Parses a Retry-After header, which is in seconds or a date (RFC 9110, 10.2.3), into milliseconds; undefined if it is neither. */
export function retryAfterMillis(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  // Date.parse also accepts numbers and words that are not HTTP dates.
  const date = /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
