/** What may stand for one or more words of a query: any of these sequences of tokens. */
export type Alternatives = string[][];

interface Wanted {
  groups: Alternatives[];
  phrases: string[][];
  excluded: string[][];
}

/** Tokens hold letters and digits alone, so that nothing of them is syntax within quotes. */
const quote = (tokens: string[]) => `"${tokens.join(' ')}"`;

const anyOf = (alternatives: Alternatives) => `(${alternatives.map(quote).join(' OR ')})`;

/** The columns of the index in which a search may be told to look. */
export type Column = 'name' | 'words' | 'around' | 'people';

/**
 * A query of SQLite's FTS5 for documents that hold each of the groups and phrases and nothing that is excluded; undefined where
 * nothing is wanted, which FTS5 can't ask for.
 */
export function matchExpression(wanted: Wanted, columns?: Column[]): string | undefined {
  const all = [...wanted.groups.map(anyOf), ...wanted.phrases.map(quote)];
  if (all.length === 0) return undefined;
  const where = columns === undefined ? '' : `{${columns.join(' ')}} : `;
  // What a record says of itself, not what stands around it.
  const excluded = wanted.excluded.map((it) => ` NOT {name words} : ${quote(it)}`).join('');
  return `(${where}(${all.join(' AND ')}))${excluded}`;
}
