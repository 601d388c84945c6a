import { editDistance } from './distance';
import { isCommonWord, keysOf, tokensOf, withoutPrefix, wordsOf } from './tokens';

/** Maximum share of a misspelt name's letters that may be wrong. */
const MOST_WRONG = 0.4;

/** Minimum share of words in common; names with less are not worth suggesting. */
const LEAST_SHARED = 0.5;

/**
 * Similarity of a text to the closest of a record's names, 0 to 1, by edit distance or by shared words. Common prefixes such as `django`
 * don't count. Returns 0 if the names are too different to be confused.
 */
export function closeness(text: string, names: string[]): number {
  const scores = names.flatMap((name) => [sharedWords(text, name), ...sharedLetters(text, name)]);
  return Math.max(0, ...scores);
}

const join = (words: string[]) => words.join('');

/** Compares both names written as one word, then the text with each trailing part of the name. */
function sharedLetters(text: string, name: string): number[] {
  const [asked, named] = [wordsOf(text), wordsOf(name)];
  const [bare, bareName] = [withoutPrefix(asked), withoutPrefix(named)];
  const size = Math.min(join(bare).length, join(bareName).length);
  if (size === 0 || isCommonWord(join(bare))) return [];
  const ends = keysOf(bareName.join(' ')).filter((end) => !isCommonWord(end));
  return [
    likeness(join(asked), join(named), { size, fewest: size > 1 ? 1 : 0 }),
    ...ends.map((end) => {
      const longest = Math.max(join(bare).length, end.length);
      return likeness(join(bare), end, { size: longest, fewest: 0 });
    }),
  ];
}

interface Allowed {
  /** Number of letters that count. */
  size: number;
  /** Number of wrong letters allowed even in a short name. */
  fewest: number;
}

function likeness(a: string, b: string, { size, fewest }: Allowed): number {
  const most = Math.max(fewest, Math.floor(size * MOST_WRONG));
  const edits = editDistance(a, b, most);
  return edits > most ? 0 : 1 - edits / Math.max(size, 2);
}

/** Shared words as a share of all words of both names (Jaccard index); 0 if below LEAST_SHARED. */
function sharedWords(text: string, name: string): number {
  const asked = new Set(withoutPrefix(tokensOf(text)));
  const named = new Set(withoutPrefix(tokensOf(name)));
  const both = [...asked].filter((word) => named.has(word) && !isCommonWord(word)).length;
  const share = both === 0 ? 0 : both / (asked.size + named.size - both);
  return share < LEAST_SHARED ? 0 : share;
}
