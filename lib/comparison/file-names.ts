const MAX_NAMED = 3;

/** File name of a comparison: `celery-vs-huey`, or `celery-vs-django-q-vs-huey-and-4-more`. */
export function comparisonFileName(slugs: string[]): string {
  const sorted = slugs.toSorted();
  const names = sorted.slice(0, MAX_NAMED).join('-vs-');
  return sorted.length > MAX_NAMED ? `${names}-and-${sorted.length - MAX_NAMED}-more` : names;
}

/** Content-Disposition (RFC 6266): inline, with an ASCII file name for old clients and the full name for all others. */
export function fileDisposition(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\w.-]+/g, '-');
  return `inline; filename="${plain}"; filename*=UTF-8''${encodeRfc8187(name)}`;
}

/** Percent-encodes all characters that RFC 8187 does not allow. */
function encodeRfc8187(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
