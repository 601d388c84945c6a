import { tokensOf } from './tokens';

/** The conditions that a search can name, each with what it is called in a query. */
const operators = {
  category: 'category',
  grid: 'grid',
  django: 'django',
  python: 'python',
  licence: 'licence',
  license: 'licence',
  status: 'status',
} as const;

type Operator = (typeof operators)[keyof typeof operators];

export interface Condition {
  operator: Operator;
  value: string;
}

export interface SearchQuery {
  /** Whether nothing was typed, which is to ask for everything. */
  isBlank: boolean;
  /** The words in their order, as the index holds them. */
  words: string[];
  /** Words that must follow one another. */
  phrases: string[][];
  /** Words that must not be there. */
  excluded: string[][];
  conditions: Condition[];
  /** A repository or a project on PyPI, where the query is the address of one. */
  address: string | undefined;
}

/** More words narrow a search no further; they would only take time. */
const MOST_WORDS = 12;

const part = /(-?)(?:"([^"]*)"?|([^\s"]+))/gu;
const condition = /^([a-z]+):(.+)$/i;

/**
 * Reads what somebody typed: words, "phrases", -words, and conditions such as `django:5.2`. Nothing is wrong: an operator without a
 * value or an odd sign is a word or nothing.
 */
export function readQuery(text: string): SearchQuery {
  const query: SearchQuery = {
    isBlank: text.trim() === '',
    words: [],
    phrases: [],
    excluded: [],
    conditions: [],
    address: addressKey(text.trim()),
  };
  if (query.address) return query;
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
  const operator = Object.entries(operators).find(([key]) => key === name.toLowerCase())?.[1];
  const tokens = tokensOf(text);
  if (operator !== undefined) query.conditions.push({ operator, value });
  else if (!isExcluded) query.words.push(...tokens);
  else if (tokens.length > 0) query.excluded.push(tokens);
}

const pypi =
  /^(?:https?:\/\/)?(?:www\.)?(?:pypi\.org\/(?:project|simple)|pypi\.python\.org\/pypi)\/([\w.-]+)/i;
const ssh = /^(?:ssh:\/\/)?git@([\w.-]+\.[a-z]+)[:/]([\w.~-]+\/[\w./~-]+)$/i;
const web =
  /^(?:git\+)?(?:(?:https?|git):\/\/)?(?:www\.)?([\w-]+(?:\.[\w-]+)+)\/([\w.~-]+\/[\w.~-]+(?:\/[^\s]*)?)\/?(?:[?#@].*)?$/i;

/** Parts of a repository's address that name a place within it. */
const within =
  /\/(?:-|tree|blob|commits?|compare|releases|pulls?|issues|src|raw|merge_requests|tags|milestones?|wiki|settings|actions|discussions)(?:\/.*)?$/i;

/** Begins the keys of addresses, so that no name is ever one. */
const ADDRESS = '@';

/** The key under which the index holds a project on PyPI; names are compared as PyPI does (PEP 503). */
export function pypiKey(name: string): string {
  return `${ADDRESS}pypi/${name.toLowerCase().replace(/[-_.]+/g, '-')}`;
}

/** The key under which the index holds a repository or a project on PyPI; undefined for what is the address of neither. */
export function addressKey(text: string | null): string | undefined {
  if (text === null) return undefined;
  const name = pypi.exec(text)?.[1];
  if (name !== undefined) return pypiKey(name);

  const [, host = '', path = ''] = ssh.exec(text) ?? web.exec(text) ?? [];
  if (host === '') return undefined;
  const repository = path
    .replace(/[?#@].*$/, '')
    .replace(within, '')
    .replace(/\/+$/, '');
  return `${ADDRESS}${host}/${repository.replace(/\.git$/i, '')}`.toLowerCase();
}
