import { documentOfNumber } from '@/lib/search/document-number';
import { expand } from '@/lib/search/expand';
import { wordsOf, tokensOf } from '@/lib/search/tokens';
import { sql } from 'drizzle-orm';
import { prepared } from '../client';
import { grids, packages } from '../schema';
import { listNamed, type Kind } from './search-hits';
import { vocabulary } from './vocabulary';

export interface Suggestion {
  kind: Kind;
  slug: string;
  title: string;
  description: string;
}

/** Packages and grids whose name, or an end of it, begins so, however its words are parted; where none does, as it may have been meant. */
export function listSuggestions(text: string, limit: number): Suggestion[] {
  const beginning = wordsOf(text).join('');
  if (beginning === '') return [];
  const numbers = listNamed(beginning, limit);
  return listDocuments(numbers.length > 0 ? numbers : listCorrected(text, limit));
}

function listCorrected(text: string, limit: number): number[] {
  const { corrected } = expand(tokensOf(text), vocabulary);
  return corrected === undefined ? [] : listNamed(corrected.join(''), limit);
}

const isListed = (column: typeof packages.id | typeof grids.id) =>
  sql`${column} in (select value from json_each(${sql.placeholder('ids')}))`;

const packageRows = prepared((db) =>
  db
    .select({
      id: packages.id,
      slug: packages.slug,
      title: packages.title,
      description: packages.repoDescription,
    })
    .from(packages)
    .where(isListed(packages.id))
    .prepare(),
);

const gridRows = prepared((db) =>
  db
    .select({
      id: grids.id,
      slug: grids.slug,
      title: grids.title,
      description: grids.description,
    })
    .from(grids)
    .where(isListed(grids.id))
    .prepare(),
);

/** The records of these documents, in the same order. */
function listDocuments(numbers: number[]): Suggestion[] {
  const documents = numbers.map(documentOfNumber);
  const idsOf = (kind: Kind) =>
    JSON.stringify(documents.filter((it) => it.kind === kind).map(({ id }) => id));
  const rows = {
    package: new Map(
      packageRows()
        .all({ ids: idsOf('package') })
        .map((it) => [it.id, it]),
    ),
    grid: new Map(
      gridRows()
        .all({ ids: idsOf('grid') })
        .map((it) => [it.id, it]),
    ),
  };
  return documents.flatMap(({ kind, id }) => {
    const row = rows[kind].get(id);
    return row ? [{ kind, slug: row.slug, title: row.title, description: row.description }] : [];
  });
}
