import type { Alternatives } from './match';

/** What the index can say of words. */
export interface Vocabulary {
  isKnown: (words: string[]) => boolean;
  listNearTerms: (word: string) => string[];
  listTermsFrom: (beginning: string, limit: number) => string[];
  listSynonyms: (words: string[]) => string[][];
}

export interface Expansion {
  groups: Alternatives[];
  /** The words as they were taken, where some of them were corrected. */
  corrected: string[] | undefined;
}

const MOST_GUESSES = 4;
const MOST_ENDINGS = 8;
const LONGEST_SYNONYM = 3;

/**
 * What the words of a query may stand for: synonyms of up to three words, the longest first; a word that is unknown may be two known ones
 * written as one, the beginning of others, or misspelt.
 */
export function expand(words: string[], vocabulary: Vocabulary): Expansion {
  const groups: Alternatives[] = [];
  const taken: string[] = [];
  let place = 0;
  while (place < words.length) {
    const { size, group, reading } = groupAt(words.slice(place), vocabulary);
    groups.push(group);
    taken.push(reading);
    place += size;
  }
  const isCorrected = taken.join(' ') !== words.join(' ');
  return { groups, corrected: isCorrected ? taken : undefined };
}

/**
 * Other readings of a query of which nothing was found though its words are known: in each one word is taken for a misspelling of another,
 * since `froms` is one of `forms` as well as a word.
 */
export function otherReadings(words: string[], vocabulary: Vocabulary): string[][] {
  return words.flatMap((word, place) =>
    vocabulary
      .listNearTerms(word)
      .filter((term) => term !== word && vocabulary.isKnown([term]))
      .slice(0, MOST_GUESSES)
      .map((term) => words.with(place, term)),
  );
}

interface Group {
  /** How many words it takes. */
  size: number;
  group: Alternatives;
  reading: string;
}

function groupAt(rest: string[], vocabulary: Vocabulary): Group {
  for (let size = Math.min(LONGEST_SYNONYM, rest.length); size > 1; size -= 1) {
    const run = rest.slice(0, size);
    const synonyms = vocabulary.listSynonyms(run);
    if (synonyms.length > 0) return { size, group: [run, ...synonyms], reading: run.join(' ') };
  }
  const [word = '', next] = rest;
  // Two words that are one elsewhere: `all auth` is `allauth`.
  if (next !== undefined && vocabulary.isKnown([word + next]) && word.length + next.length > 4) {
    return { size: 2, group: [[word, next], [word + next]], reading: `${word} ${next}` };
  }
  const synonyms = vocabulary.listSynonyms([word]);
  if (synonyms.length > 0 || vocabulary.isKnown([word])) {
    return { size: 1, group: [[word], ...synonyms], reading: word };
  }
  return { size: 1, ...guess(word, vocabulary) };
}

/** What an unknown word may be; itself where nothing is near. */
function guess(word: string, vocabulary: Vocabulary): Omit<Group, 'size'> {
  const endings = word.length > 2 ? vocabulary.listTermsFrom(word, MOST_ENDINGS) : [];
  if (endings.length > 0) return { group: [[word], ...endings.map((it) => [it])], reading: word };

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

const SHORTEST_PART = 3;

/** `restframework` as `rest` and `framework`, where these stand side by side somewhere. */
function splitInTwo(word: string, { isKnown }: Vocabulary): string[] | undefined {
  for (let place = SHORTEST_PART; place <= word.length - SHORTEST_PART; place += 1) {
    const parts = [word.slice(0, place), word.slice(place)];
    if (isKnown(parts)) return parts;
  }
  return undefined;
}
