/** A grid cell parsed for display: a mark, its strength, and the text after it. */
export interface Cell {
  mark: 'yes' | 'no' | undefined;
  /** Number of signs, as in `+++`: 1 to 3, or 0 without a mark. */
  strength: number;
  text: string;
}

const yesWords = ['check', 'yes', 'good', '+1', '+'];
const noWords = ['bad', 'negative', 'evil', 'sucks', 'no', '-1', '-'];

const MAX_STRENGTH = 3;

/** A leading yes or no word, with the punctuation, dash, bracket or line break that ends it. */
const leadingWord =
  /^(check|yes|good|bad|negative|evil|sucks|no)(?:[,.;:!]+(?=\s|$)|\s*[–—]|\s+-(?=\s)|\s*(?=\()|\s*\n)/i;

/**
 * Parses a cell by the rules of djangopackages.org (its grid template tags): words and signs for yes and no; `++` and `+2` have strength
 * 2, anything more 3. A leading word must be a whole word, in any case: "not yet" and "none" are plain text, "Yes, with Redis" is a yes
 * with text.
 */
export function readCell(source: string): Cell {
  const text = source.trim();
  const word = text.toLowerCase();
  if (yesWords.includes(word)) return { mark: 'yes', strength: 1, text: '' };
  if (noWords.includes(word)) return { mark: 'no', strength: 1, text: '' };

  const strength = readStrength(word);
  if (strength > 0) return { mark: word.startsWith('+') ? 'yes' : 'no', strength, text: '' };

  const leading = leadingWord.exec(text);
  if (!leading) return { mark: undefined, strength: 0, text };
  const [all, first = ''] = leading;
  const mark = yesWords.includes(first.toLowerCase()) ? 'yes' : 'no';
  return { mark, strength: 1, text: text.slice(all.length).trim() };
}

/** Strength of `++`, `-----` or `+12`, at most 3; 0 for any other text. */
function readStrength(word: string): number {
  if (/^(\+{2,}|-{2,})$/.test(word)) return Math.min(word.length, MAX_STRENGTH);
  const number = /^[+-](\d+)$/.exec(word)?.[1];
  return number === undefined ? 0 : Math.min(Number(number), MAX_STRENGTH);
}
