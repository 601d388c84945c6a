import type { Alternatives } from './match';
import { isStopWord } from './stop-words';

/** Looks up words in the index. */
export interface Vocabulary {
  isKnown: (words: string[]) => boolean;
  listNearTerms: (word: string) => string[];
  listTermsFrom: (beginning: string, limit: number) => string[];
  listSynonyms: (words: string[]) => string[][];
}

export interface Expansion {
  groups: Alternatives[];
  /** The words as interpreted, if any of them were corrected. */
  corrected: string[] | undefined;
  /** Whether an unknown word is a prefix of known ones, as while typing. */
  isUnfinished: boolean;
}

const MOST_GUESSES = 4;
const MOST_ENDINGS = 8;
const LONGEST_SYNONYM = 3;

/**
 * Expands the words of a query to alternatives: synonyms of up to three words, longest first. An unknown word may be a prefix of known
 * ones, two known ones written as one, or misspelt. Stop words outside of synonyms are dropped, unless there is nothing else.
 */
export function expand(words: string[], vocabulary: Vocabulary): Expansion {
  const groups: Alternatives[] = [];
  const taken: string[] = [];
  let isUnfinished = false;
  let place = 0;
  while (place < words.length) {
    const next = groupAt(words.slice(place), vocabulary);
    groups.push(next.group);
    taken.push(next.reading);
    isUnfinished ||= next.isUnfinished === true;
    place += next.size;
  }
  const isCorrected = taken.join(' ') !== words.join(' ');
  const telling = groups.filter((group) => !isStopGroup(group));
  return {
    groups: telling.length > 0 ? telling : groups,
    corrected: isCorrected ? taken : undefined,
    isUnfinished,
  };
}

const isStopGroup = ([first = []]: Alternatives) => first.length === 1 && first.every(isStopWord);

/**
 * Other interpretations of a query that has no results although its words are known. Each treats one word as a misspelling, since `froms`
 * is a word but may also be meant as `forms`.
 */
export function alternativesOf(words: string[], vocabulary: Vocabulary): string[][] {
  return words.flatMap((word, place) =>
    isStopWord(word)
      ? []
      : vocabulary
          .listNearTerms(word)
          .filter((term) => term !== word && vocabulary.isKnown([term]))
          .slice(0, MOST_GUESSES)
          .map((term) => words.with(place, term)),
  );
}

interface Group {
  /** Number of query words it covers. */
  size: number;
  group: Alternatives;
  reading: string;
  isUnfinished?: boolean;
}

function groupAt(rest: string[], vocabulary: Vocabulary): Group {
  for (let size = Math.min(LONGEST_SYNONYM, rest.length); size > 1; size -= 1) {
    const run = rest.slice(0, size);
    const synonyms = vocabulary.listSynonyms(run);
    if (synonyms.length > 0) return { size, group: [run, ...synonyms], reading: run.join(' ') };
  }
  const [word = '', next] = rest;
  // Two words that are also written as one: `all auth` is `allauth`.
  if (isStopWord(word)) return { size: 1, group: [[word]], reading: word };
  if (next !== undefined && vocabulary.isKnown([word + next]) && word.length + next.length > 4) {
    return { size: 2, group: [[word, next], [word + next]], reading: `${word} ${next}` };
  }
  const synonyms = vocabulary.listSynonyms([word]);
  if (synonyms.length > 0 || vocabulary.isKnown([word])) {
    return { size: 1, group: [[word], ...synonyms], reading: word };
  }
  return { size: 1, ...guess(word, vocabulary) };
}

/** Alternatives for an unknown word; the word itself if nothing is similar. */
function guess(word: string, vocabulary: Vocabulary): Omit<Group, 'size'> {
  const endings = word.length > 2 ? vocabulary.listTermsFrom(word, MOST_ENDINGS) : [];
  if (endings.length > 0) {
    return {
      group: [[word], ...endings.map((ending) => [ending])],
      reading: word,
      isUnfinished: true,
    };
  }

  const parts = splitInTwo(word, vocabulary);
  if (parts) return { group: [[word], parts], reading: word };

  const near = vocabulary
    .listNearTerms(word)
    .filter((term) => vocabulary.isKnown([term]))
    .slice(0, MOST_GUESSES);
  const [nearest] = near;
  if (nearest === undefined) return { group: [[word]], reading: word };
  const group = near.flatMap((term) => [[term], ...vocabulary.listSynonyms([term])]);
  return { group, reading: nearest };
}

const SHORTEST_PART = 2;

/** Splits `restframework` into `rest` and `framework`, if these occur next to each other in the index. */
function splitInTwo(word: string, { isKnown }: Vocabulary): string[] | undefined {
  for (let place = SHORTEST_PART; place <= word.length - SHORTEST_PART; place += 1) {
    const parts = [word.slice(0, place), word.slice(place)];
    if (isKnown(parts)) return parts;
  }
  return undefined;
}
