/** A cell of a grid, read for display: a sign and how often it stands, then the words after it. */
export interface Cell {
  mark: 'yes' | 'no' | undefined;
  /** 1 to 3 signs, as in `+++`. */
  strength: number;
  text: string;
}

const yesWords = ['check', 'yes', 'good', '+1', '+'];
const noWords = ['bad', 'negative', 'evil', 'sucks', 'no', '-1', '-'];

const MOST_SIGNS = 3;

/** A word for yes or no that ends at a comma, stop, colon, dash, bracket or line, and what parts it from the words after it. */
const leadingWord =
  /^(check|yes|good|bad|negative|evil|sucks|no)(?:[,.;:!]+(?=\s|$)|\s*[–—]|\s+-(?=\s)|\s*(?=\()|\s*\n)/i;

/**
 * Reads the text of a cell by the rules of djangopackages.org (its template tags for grids): words and signs for yes and no,
 * `++` and `+2` twice, more than that three times. A leading word counts only as a whole word, in any case: "not yet" and
 * "none" stay words, "Yes, with Redis" is a yes with words after it.
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

/** How many signs `++`, `-----` or `+12` stand for; 0 where the text is neither. */
function readStrength(word: string): number {
  if (/^(\+{2,}|-{2,})$/.test(word)) return Math.min(word.length, MOST_SIGNS);
  const number = /^[+-](\d+)$/.exec(word)?.[1];
  return number === undefined ? 0 : Math.min(Number(number), MOST_SIGNS);
}
