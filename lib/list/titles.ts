/** Compares texts like SQLite's NOCASE, ignoring the case of A to Z and otherwise by code point, so that pages and lists agree. */
export function compareTitles(a: string, b: string): number {
  const [left, right] = [Array.from(fold(a)), Array.from(fold(b))];
  const place = left.findIndex((sign, index) => sign !== right[index]);
  if (place === -1) return left.length - right.length;
  return (left[place]?.codePointAt(0) ?? 0) - (right[place]?.codePointAt(0) ?? -1);
}

const fold = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
