/** How long a Retry-After header asks to wait, in milliseconds: seconds, or a date (RFC 9110, 10.2.3); undefined where it says nothing. */
export function retryAfterMillis(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  // Date.parse also takes numbers and words that are no dates of HTTP.
  const date = /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
