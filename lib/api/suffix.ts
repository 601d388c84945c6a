/**
 * Splits the format suffix off a requested path such as `/api/v4/packages/34.json`. Next.js rewrites also match uppercase suffixes, which
 * no format has.
 */
export function splitSuffix(path: string): { path: string; suffix: string | undefined } {
  const [, stem, suffix] = /^(.*?)\.([a-z0-9]+)\/?$/i.exec(path) ?? [];
  if (stem === undefined) return { path, suffix: undefined };
  return { path: stem.endsWith('/') ? stem : `${stem}/`, suffix };
}
