/** What a write leaves for readers to see: the version of the database that it made. */
export const markOf = (version: number) => `(change ${version})`;

/** The newest mark in a page or document; undefined where there is none. React parts texts by empty comments. */
export function newestMark(text: string): number | undefined {
  const found = [...text.matchAll(/\(change (\d+)\)/g)].map(([, version]) => Number(version));
  return found.length === 0 ? undefined : Math.max(...found);
}
