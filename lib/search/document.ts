import { addressKey, formerKey, pypiKey } from './address-key';
import { numberOfDocument, type Kind } from './document-number';
import { gridPrior, packagePrior, type PriorFacts } from './prior';
import { indexText, keysOf, tokensOf, wordsOf } from './tokens';

/** A record as stored in the search index. */
export interface SearchDocument {
  kind: Kind;
  recordId: number;
  number: number;
  name: string;
  /** Its own description. */
  words: string;
  /** Its context, such as its grids and their features. */
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
  /** Repositories and PyPI names that it had before an edit. */
  formerUrls: string[];
  formerNames: string[];
}

interface GridSource {
  id: number;
  slug: string;
  title: string;
  description: string;
  featureTitles: string[];
  packageTitles: string[];
}

/** The index document of a package: searchable by its names, description, grids, their features, and people. */
export function packageDocument(it: PackageSource): SearchDocument {
  const { id, title, slug, pypiName, description, category, gridTitles, featureTitles } = it;
  return document('package', id, packagePrior(it), {
    names: [title, slug, pypiName ?? ''],
    words: [description],
    around: [category, ...gridTitles, ...featureTitles, ...it.cellTexts],
    people: it.participants,
    addresses: [
      ...[addressKey(it.repoUrl), pypiName === null ? undefined : pypiKey(pypiName)],
      ...formerKeys(it),
    ],
  });
}

function formerKeys({ formerUrls, formerNames }: PackageSource): string[] {
  const keys = [...formerUrls.map(addressKey), ...formerNames.map(pypiKey)];
  return [...new Set(keys.filter((key) => key !== undefined).map(formerKey))];
}

/** The index document of a grid: searchable by its names, description, features and packages. */
export function gridDocument(it: GridSource): SearchDocument {
  return document('grid', it.id, gridPrior(it.packageTitles.length), {
    names: [it.title, it.slug],
    words: [it.description],
    around: [...it.featureTitles, ...it.packageTitles],
    people: [],
    addresses: [],
  });
}

/** An account name as one word, without punctuation. */
const accountWord = (account: string) => wordsOf(account).join('');

interface Texts {
  names: string[];
  words: string[];
  around: string[];
  people: string[];
  /** Index keys of its URLs. */
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
  const plain = new Set(called.map((name) => indexText(tokensOf(name))));
  return {
    kind,
    recordId,
    number: numberOfDocument({ kind, id: recordId, prior }),
    // Includes the keys, so that a name written as one word also matches a query with other words.
    name: [...plain, ...keys].join(' '),
    words: indexText(tokensOf(words.join(' '))),
    around: indexText(tokensOf(around.join(' '))),
    people: people
      .filter((account) => !account.endsWith('[bot]'))
      .map(accountWord)
      .join(' '),
    keys: [...keys, ...found],
  };
}

/** Words worth suggesting for a misspelt one: letters only, and long enough for a guess to be meaningful. */
const guessable = /^\p{L}{4,30}$/u;

/** The words of a document that can be suggested for a misspelt one. */
export function termsOf({ name, words, around }: SearchDocument): string[] {
  const all = `${name} ${words} ${around}`.split(' ');
  return [...new Set(all)].filter((term) => guessable.test(term));
}
