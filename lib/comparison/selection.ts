// The script of the pages bundles this file too, so it imports nothing.

/** The fewest and the most packages that one comparison holds. */
export const FEWEST_COMPARED = 2;
export const MOST_COMPARED = 50;

/** The one address of a comparison of these packages, whatever order they are named in. */
export function compareLink(slugs: string[]): string {
  return `/compare/${[...new Set(slugs)].sort().map(encodeURIComponent).join(',')}/`;
}
