import { numberOfDocument } from './document-number';
import { gridPrior, packagePrior, type PriorFacts } from './prior';
import { addressKey, pypiKey } from './query';
import { keysOf, tokensOf, wordsOf } from './tokens';

/** A record as the index holds it. */
export interface SearchDocument {
  kind: 'package' | 'grid';
  recordId: number;
  number: number;
  name: string;
  /** What it says of itself. */
  words: string;
  /** What stands around it: its grids and their features. */
  around: string;
  people: string;
  keys: string[];
}

interface PackageSource extends PriorFacts {
  id: number;
  slug: string;
  title: string;
  pypiName: string | null;
  repoUrl: string | null;
  description: string;
  category: string;
  participants: string[];
  gridTitles: string[];
  featureTitles: string[];
  cellTexts: string[];
}

interface GridSource {
  id: number;
  slug: string;
  title: string;
  description: string;
  featureTitles: string[];
  packageTitles: string[];
}

/** A package as the index holds it: found by its names, its description, its grids and their features, and its people. */
export function packageDocument(it: PackageSource): SearchDocument {
  const { id, title, slug, pypiName, description, category, gridTitles, featureTitles } = it;
  return document('package', id, packagePrior(it), {
    names: [title, slug, pypiName ?? ''],
    words: [description],
    around: [category, ...gridTitles, ...featureTitles, ...it.cellTexts],
    people: it.participants,
    addresses: [addressKey(it.repoUrl), pypiName === null ? undefined : pypiKey(pypiName)],
  });
}

/** A grid as the index holds it: found by its names, its description, its features and its packages. */
export function gridDocument(it: GridSource): SearchDocument {
  return document('grid', it.id, gridPrior(it.packageTitles.length), {
    names: [it.title, it.slug],
    words: [it.description],
    around: [...it.featureTitles, ...it.packageTitles],
    people: [],
    addresses: [],
  });
}

/** An account is one word, whatever signs are in it. */
const accountWord = (account: string) => wordsOf(account).join('');

interface Texts {
  names: string[];
  words: string[];
  around: string[];
  people: string[];
  /** Keys under which its address is found. */
  addresses: (string | undefined)[];
}

function document(
  kind: SearchDocument['kind'],
  recordId: number,
  prior: number,
  { names, words, around, people, addresses }: Texts,
): SearchDocument {
  const called = [...new Set(names)];
  const keys = [...new Set(called.flatMap(keysOf))];
  const found = addresses.filter((key) => key !== undefined);
  const plain = new Set(called.map((name) => tokensOf(name).join(' ')));
  return {
    kind,
    recordId,
    number: numberOfDocument({ kind, id: recordId, prior }),
    // The keys too, so that a name written as one word is found among other words.
    name: [...plain, ...keys].join(' '),
    words: tokensOf(words.join(' ')).join(' '),
    around: tokensOf(around.join(' ')).join(' '),
    people: people
      .filter((account) => !account.endsWith('[bot]'))
      .map(accountWord)
      .join(' '),
    keys: [...keys, ...found],
  };
}

/** A word worth guessing at when another is misspelt: of letters, and long enough that a guess means something. */
const guessable = /^\p{L}{4,30}$/u;

/** The words of a document that a misspelt one may have been meant for. */
export function termsOf({ name, words, around }: SearchDocument): string[] {
  const all = `${name} ${words} ${around}`.split(' ');
  return [...new Set(all)].filter((term) => guessable.test(term));
}
