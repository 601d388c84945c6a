/**
 * Number of insertions, deletions, substitutions and swaps of neighbouring letters that turn one word into the other (optimal string
 * alignment, Damerau–Levenshtein). Returns `most + 1` if it exceeds `most`.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (row > 1 && column > 1 && isSwapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    [before, above] = [above, current];
  }
  return above[b.length] ?? most + 1;
}

/** Maximum number of edits between a word of this length and its correction. */
export function allowedEdits(length: number): number {
  if (length < 4) return 0;
  return length < 6 ? 1 : 2;
}

const letters = Array.from('abcdefghijklmnopqrstuvwxyz');

/** All words that are one edit away, using the letters a to z. */
export function editsOf(word: string): string[] {
  const places = Array.from({ length: word.length + 1 }, (_, place) => place);
  const cut = (from: number, to: number, put: string) => word.slice(0, from) + put + word.slice(to);
  const edits = places.flatMap((at) => [
    ...letters.map((letter) => cut(at, at, letter)),
    ...(at < word.length ? [cut(at, at + 1, ''), ...letters.map((it) => cut(at, at + 1, it))] : []),
    ...(at < word.length - 1 ? [cut(at, at + 2, word.charAt(at + 1) + word.charAt(at))] : []),
  ]);
  return [...new Set(edits)].filter((edit) => edit !== word);
}
