/**
 * A path as it was asked, parted from the format that may stand behind it, as in `/api/v4/packages/34.json`. Next's rewrites take large
 * letters too, of which no format has any.
 */
export function splitSuffix(path: string): { path: string; suffix: string | undefined } {
  const [, stem, suffix] = /^(.*?)\.([a-z0-9]+)\/?$/i.exec(path) ?? [];
  if (stem === undefined) return { path, suffix: undefined };
  return { path: stem.endsWith('/') ? stem : `${stem}/`, suffix };
}
