/** Counts occurrences of words. */
export function tally() {
  const counts = new Map<string, number>();
  return {
    add: (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1),
    counts: () => Object.fromEntries(counts),
  };
}
