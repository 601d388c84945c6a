import { indexText } from './tokens';

/** Alternatives for one or more words of a query, each a sequence of tokens. */
export type Alternatives = string[][];

/** Index columns that a search can be limited to. */
type Column = 'name' | 'words' | 'around' | 'people';

/** What documents must contain: all groups and phrases, of which there is at least one, and nothing excluded. */
export interface TextMatch {
  groups: Alternatives[];
  phrases: string[][];
  /** Must not occur in the record's own name and description; its context doesn't count. */
  excluded: string[][];
  /** The columns that groups and phrases are searched for in; all by default. */
  columns?: Column[];
}

/** Needs no escaping: tokens contain only letters and digits. */
const quote = (tokens: string[]) => `"${indexText(tokens)}"`;

const anyOf = (alternatives: Alternatives) => `(${alternatives.map(quote).join(' OR ')})`;

/** The FTS5 query for a match. */
export function matchExpression({ groups, phrases, excluded, columns }: TextMatch): string {
  const all = [...groups.map(anyOf), ...phrases.map(quote)].join(' AND ');
  const where = columns === undefined ? '' : `{${columns.join(' ')}} : `;
  const without = excluded.map((it) => ` NOT {name words} : ${quote(it)}`).join('');
  return `(${where}(${all}))${without}`;
}
