import { indexText } from './tokens';

/** Alternatives for one or more words of a query, each a sequence of tokens. */
export type Alternatives = string[][];

interface Wanted {
  groups: Alternatives[];
  phrases: string[][];
  excluded: string[][];
}

/** Needs no escaping: tokens contain only letters and digits. */
const quote = (tokens: string[]) => `"${indexText(tokens)}"`;

const anyOf = (alternatives: Alternatives) => `(${alternatives.map(quote).join(' OR ')})`;

/** Index columns that a search can be limited to. */
export type Column = 'name' | 'words' | 'around' | 'people';

/**
 * An FTS5 query for documents that match all groups and phrases and contain nothing excluded; undefined if there are no groups or
 * phrases, which FTS5 can't express.
 */
export function matchExpression(wanted: Wanted, columns?: Column[]): string | undefined {
  const all = [...wanted.groups.map(anyOf), ...wanted.phrases.map(quote)];
  if (all.length === 0) return undefined;
  const where = columns === undefined ? '' : `{${columns.join(' ')}} : `;
  // Excludes by a record's own name and description, not by its context.
  const excluded = wanted.excluded.map((it) => ` NOT {name words} : ${quote(it)}`).join('');
  return `(${where}(${all.join(' AND ')}))${excluded}`;
}
