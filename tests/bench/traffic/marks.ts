/** A mark that a write leaves in a page: the resulting database version. */
export const markOf = (version: number) => `(change ${version})`;

/** The newest mark in a page or document; undefined if there is none. React separates texts with empty comments. */
export function newestMark(text: string): number | undefined {
  const found = [...text.matchAll(/\(change (\d+)\)/g)].map(([, version]) => Number(version));
  return found.length === 0 ? undefined : Math.max(...found);
}
