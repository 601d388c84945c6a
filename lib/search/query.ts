import { facets, type FacetKey } from '@/lib/facets/facets';
import { addressKey } from './address-key';
import { pageOf, type PageAddress } from './page-address';
import { projectKeys } from './project-keys';
import { requirementIn } from './requirement-line';
import { tokensOf } from './tokens';

/** The facets that can be search conditions, by the name typed in a query. */
const operators = new Map<string, FacetKey>([
  ...facets.flatMap(({ key, meets }) => (meets ? [[key, key] as const] : [])),
  ['license', 'licence'],
]);

export interface Condition {
  operator: FacetKey;
  value: string;
}

export interface SearchQuery {
  /** Whether nothing was typed, which matches everything. */
  isBlank: boolean;
  /** Words in order, as index tokens. */
  words: string[];
  /** Words that must follow one another. */
  phrases: string[][];
  /** Words that must not occur. */
  excluded: string[][];
  conditions: Condition[];
  /** The record whose URL or requirement was typed. If it isn't listed, `words` are searched for, if there are any. */
  target: Target | undefined;
}

/** The page of a package or grid, or the index keys of a project, most reliable first. */
export type Target = PageAddress | { keys: string[] };

/** Maximum number of words; more would not narrow a search, only slow it down. */
const MOST_WORDS = 12;

const part = /(-?)(?:"([^"]*)"?|([^\s"]+))/gu;
const condition = /^([a-z]+):(.+)$/i;

/**
 * Parses a search: words, "phrases", -words, and conditions such as `django:5.2`, or a package's URL or requirement. Never fails: an
 * operator without a value or a stray character is read as a word or ignored.
 */
export function readQuery(text: string): SearchQuery {
  return readTarget(text.trim()) ?? readWords(text);
}

const emptyQuery = (): SearchQuery => ({
  isBlank: false,
  words: [],
  phrases: [],
  excluded: [],
  conditions: [],
  target: undefined,
});

function readTarget(text: string): SearchQuery | undefined {
  const page = pageOf(text);
  if (page) return { ...emptyQuery(), target: page, words: wordsIn(page.slug) };
  const key = addressKey(text);
  const project = requirementIn(text);
  if (key === undefined && !project) return undefined;
  const keys = [...(key === undefined ? [] : [key]), ...(project ? projectKeys(project) : [])];
  // A URL identifies one project, so other names are not searched for.
  const words = key === undefined ? wordsIn(project?.name ?? '') : [];
  return { ...emptyQuery(), target: { keys: [...new Set(keys)] }, words };
}

const wordsIn = (name: string) => tokensOf(name).slice(0, MOST_WORDS);

function readWords(text: string): SearchQuery {
  const query = { ...emptyQuery(), isBlank: text.trim() === '' };
  for (const [, minus, quoted, bare] of text.matchAll(part)) {
    if (quoted !== undefined) addPhrase(query, quoted, minus === '-');
    else if (bare !== undefined) addWord(query, bare, minus === '-');
  }
  query.words = query.words.slice(0, MOST_WORDS);
  return query;
}

function addPhrase(query: SearchQuery, text: string, isExcluded: boolean): void {
  const tokens = tokensOf(text).slice(0, MOST_WORDS);
  if (tokens.length === 0) return;
  (isExcluded ? query.excluded : query.phrases).push(tokens);
}

function addWord(query: SearchQuery, text: string, isExcluded: boolean): void {
  const [, name = '', value = ''] = condition.exec(text) ?? [];
  const operator = operators.get(name.toLowerCase());
  const tokens = tokensOf(text);
  if (operator !== undefined) query.conditions.push({ operator, value });
  else if (!isExcluded) query.words.push(...tokens.slice(0, MOST_WORDS));
  else if (tokens.length > 0) query.excluded.push(tokens);
}
