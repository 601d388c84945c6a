/** Splits words at inner capitals, so that `pytestDjango` and `pytest-django` give the same two words. */
const camel = /(\p{Ll}|\d)(\p{Lu})/gu;

const asciiCamel = /([a-z\d])([A-Z])/g;

/** Scripts with no spaces between words, or, like Korean, few: a word may start and end anywhere within a run of them. */
const unspaced = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{scx=${script}}`)
  .join('');

/** A run of an unspaced script, or a word of letters and digits of any other. */
const wordPattern = new RegExp(
  `(?:(?=[\\p{L}\\p{N}\\p{M}])[${unspaced}])+|(?:(?![${unspaced}])[\\p{L}\\p{N}])+`,
  'gu',
);

const beginsUnspaced = new RegExp(`^[${unspaced}]`, 'u');

/** Combining marks outside the unspaced scripts. Within those, such as in kana, a mark makes a different letter and is kept. */
const accents = new RegExp(`(?![${unspaced}])\\p{M}`, 'gu');

/** Maximum length of a word; longer tokens aren't words and would only bloat the index. */
const LONGEST = 40;

/** The index tokens of a text: lower case, without accents, singular. */
export function tokensOf(text: string): string[] {
  return wordsOf(text).map(singular);
}

/** The words of a text in lower case and without accents, but not made singular. */
export function wordsOf(text: string): string[] {
  if (ascii.test(text))
    return cut(text.replace(asciiCamel, '$1 $2').toLowerCase().match(asciiWord));
  return cut(plain(text).match(wordPattern));
}

const cut = (words: string[] | null) =>
  (words ?? []).map((word) =>
    word.length > LONGEST && !isUnspaced(word) ? word.slice(0, LONGEST) : word,
  );

/** Fast path: most texts are ASCII, which has no accents and takes a third of the time. */
const ascii = /^[\0-\x7f]*$/;

const asciiWord = /[a-z\d]+/g;

function plain(text: string): string {
  return text
    .replace(camel, '$1 $2')
    .normalize('NFKD')
    .replace(accents, '')
    .normalize('NFC')
    .toLowerCase();
}

// Thai comes first of these scripts in Unicode; the comparison is faster than the pattern.
const isUnspaced = (word: string) => word >= '\u0e00' && beginsUnspaced.test(word);

/** The index units of a word: each letter of an unspaced script with its marks, or else the whole word. */
export function unitsOf(word: string): string[] {
  return isUnspaced(word) ? (word.match(/.\p{M}*/gu) ?? []) : [word];
}

/** Splits a text at unit boundaries. Includes the text between units, so that joining the parts gives the original text. */
export function splitIntoUnits(text: string): string[] {
  return text.split(unitBoundary).filter((part) => part);
}

const unitBoundary = new RegExp(
  '([^\\p{L}\\p{N}\\p{M}]+)|(?<=[\\p{Ll}\\d])(?=\\p{Lu})|' +
    `(?=(?!\\p{M})[${unspaced}])|(?<=[${unspaced}])(?!\\p{M}|[${unspaced}])`,
  'u',
);

/** The units of several words or tokens. */
export const unitsOfAll = (words: string[]) =>
  words.some(isUnspaced) ? words.flatMap(unitsOf) : words;

/** Words as stored in the index, with spaces between units, so that a phrase query can match inside a run. */
export function indexText(words: string[]): string {
  return unitsOfAll(words).join(' ');
}

/** Endings of words in s that aren't plurals. */
const notPlural = /(ss|us|is|js|os|as|cms)$/;

/**
 * The singular of an English word, by its ending: queries, query; caches, cache; boxes, box. Applied to both index and query, so a wrong
 * singular does no harm unless two words share it.
 */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || notPlural.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(x|sh|ss|zz|tch)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** Prefixes so common in package names that users shouldn't have to type them. */
const commonFirst = new Set(['django', 'dj', 'python', 'drf']);

/** Whether a word is a common prefix of package names, such as `django`. */
export const isCommonWord = (word: string) => commonFirst.has(word);

/** The tokens of a name without a common prefix; a name of one token keeps it. */
export function withoutPrefix(tokens: string[]): string[] {
  const [first = '', ...rest] = tokens;
  return rest.length > 0 && commonFirst.has(first) ? rest : tokens;
}

/** A name joined into one word, from each of its words on: `rest framework` gives `restframework` and `framework`, `后台` also `台`. */
export function keysOf(name: string): string[] {
  const words = unitsOfAll(wordsOf(name));
  return words.map((_, start) => words.slice(start).join(''));
}
