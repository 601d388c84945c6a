/** A mark that a write leaves in a page: who wrote it, and the number of the write, which grows. */
export const markOf = (number: number, by = 'change') => `(${by} ${number})`;

/** The newest mark of a writer in a page or document; undefined if there is none. */
export function newestMark(text: string, by = 'change'): number | undefined {
  const found = [...text.matchAll(/\((\w+) (\d+)\)/g)].flatMap(([, name, number]) =>
    name === by ? Number(number) : [],
  );
  return found.length === 0 ? undefined : Math.max(...found);
}
