/** A path as it was asked, parted from the format that may stand behind it, as in `/api/v4/packages/34.json`. */
export function splitSuffix(path: string): { path: string; suffix: string | undefined } {
  const [, stem, suffix] = /^(.*?)\.([a-z0-9]+)\/?$/.exec(path) ?? [];
  if (stem === undefined) return { path, suffix: undefined };
  return { path: stem.endsWith('/') ? stem : `${stem}/`, suffix };
}
