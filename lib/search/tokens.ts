/** A text is cut at capitals within a word, so that `pytestDjango` and `pytest-django` are the same two words. */
const camel = /(\p{Ll}|\d)(\p{Lu})/gu;

const asciiCamel = /([a-z\d])([A-Z])/g;

const wordPattern = /[\p{L}\p{N}]+/gu;

/** A token longer than this is no word; it would only fill the index. */
const LONGEST = 40;

/** The words of a text as the index holds them: lower case, without accents, in the singular. */
export function tokensOf(text: string): string[] {
  return wordsOf(text).map(singular);
}

/** The words of a text in lower case and without accents, as they stand. */
export function wordsOf(text: string): string[] {
  return (plain(text).match(wordPattern) ?? []).map((word) => word.slice(0, LONGEST));
}

/** What most texts are made of; they have no accents, and are read in a third of the time. */
const ascii = /^[\0-\x7f]*$/;

function plain(text: string): string {
  if (ascii.test(text)) return text.replace(asciiCamel, '$1 $2').toLowerCase();
  return text.replace(camel, '$1 $2').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Words that end in s and are no plurals. */
const notPlural = /(ss|us|is|js|os|as|cms)$/;

/**
 * The singular of an English word by its ending: queries, query; caches, cache; boxes, box. Both index and query go through it, so that
 * a wrong singular does no harm unless two words meet in it.
 */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || notPlural.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(x|sh|ss|zz|tch)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** What nearly every name here begins with, so that nobody should have to type it. */
const commonFirst = new Set(['django', 'dj', 'python', 'drf']);

/** The tokens of a name without a first one that says nothing; a name of one token keeps it. */
export function withoutPrefix(tokens: string[]): string[] {
  const [first = '', ...rest] = tokens;
  return rest.length > 0 && commonFirst.has(first) ? rest : tokens;
}

/** A name as one word from each of its words on: `rest framework` gives `restframework` and `framework`. */
export function keysOf(name: string): string[] {
  const words = wordsOf(name);
  return words.map((_, start) => words.slice(start).join(''));
}
