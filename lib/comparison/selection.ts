// Also bundled into the client script, so it has no imports.

/** Minimum and maximum number of packages in a comparison. */
export const FEWEST_COMPARED = 2;
export const MOST_COMPARED = 50;

/** The canonical URL of a comparison of packages, whatever their order. */
export function compareLink(slugs: string[]): string {
  return `/compare/${[...new Set(slugs)].sort().map(encodeURIComponent).join(',')}/`;
}
