import { and, eq, sql } from 'drizzle-orm';
import { facetRecord, facets, type FacetSource } from '@/lib/facets/facets';
import { digestOf } from '@/lib/search/digest';
import { termsOf, type SearchDocument } from '@/lib/search/document';
import { tierOf } from '@/lib/search/document-number';
import { database, prepared } from '../client';
import { searchDocuments } from '../schema/search';

// Writes bypass Drizzle, which takes longer to pass on a row than SQLite takes to save it.

/** Names of tables that aren't ordered by document number; `reindex` fills staging tables instead and copies them in order. */
interface Targets {
  documents: string;
  keys: string;
  terms: string;
}

const own: Targets = {
  documents: 'search_documents',
  keys: 'search_keys',
  terms: 'search_terms',
};

/** Returns a function that adds documents to the index, and those of their terms for which `isWanted` is true. */
export function documentWriter(
  { documents, keys, terms }: Targets,
  isWanted: (term: string) => boolean = () => true,
) {
  const { $client: client } = database();
  const insertText = client.prepare(
    'insert into search_text (rowid, name, words, around, people) values (?, ?, ?, ?, ?)',
  );
  const insertDocument = client.prepare(
    `insert into ${documents} (kind, record_id, number, digest, keys) values (?, ?, ?, ?, ?)`,
  );
  const insertKey = client.prepare(`insert into ${keys} (tier, key, number) values (?, ?, ?)`);
  const insertTerm = client.prepare(
    `insert or ignore into ${terms} (term, reversed) values (?, ?)`,
  );

  const addDocument = (it: SearchDocument) => {
    const { kind, recordId, number } = it;
    insertText.run(number, it.name, it.words, it.around, it.people);
    insertDocument.run(kind, recordId, number, digestOfDocument(it), JSON.stringify(it.keys));
    const tier = tierOf(number);
    for (const key of it.keys) insertKey.run(tier, key, number);
  };
  return (added: SearchDocument[]) => {
    // In ascending order: a rowid below the previous one makes FTS5 flush its buffer.
    for (const it of added.toSorted((a, b) => a.number - b.number)) addDocument(it);
    for (const term of new Set(added.flatMap(termsOf))) {
      if (isWanted(term)) insertTerm.run(term, reverse(term));
    }
  };
}

const reverse = (term: string) => Array.from(term).reverse().join('');

const ownWriter = prepared(() => documentWriter(own));

export function addDocuments(documents: SearchDocument[]): void {
  ownWriter()(documents);
}

/** Hash of a record's indexed text, to detect whether it has changed. */
export function digestOfDocument({ name, words, around, people, keys }: SearchDocument): number {
  return digestOf([name, words, around, people, keys.join(' ')].join('\n'));
}

type Kind = SearchDocument['kind'];

const selectIndexed = prepared((db) =>
  db
    .select({
      number: searchDocuments.number,
      digest: searchDocuments.digest,
      keys: searchDocuments.keys,
    })
    .from(searchDocuments)
    .where(
      and(
        eq(searchDocuments.kind, sql.placeholder('kind')),
        eq(searchDocuments.recordId, sql.placeholder('recordId')),
      ),
    )
    .prepare(),
);

type Indexed = NonNullable<ReturnType<typeof findIndexed>>;

/** A record's entry in the index; undefined if it has none. */
export function findIndexed(kind: Kind, recordId: number) {
  return selectIndexed().get({ kind, recordId });
}

const deletions = prepared(({ $client }) => ({
  text: $client.prepare('delete from search_text where rowid = ?'),
  facets: $client.prepare('delete from search_facets where number = ?'),
  document: $client.prepare('delete from search_documents where kind = ? and record_id = ?'),
  key: $client.prepare('delete from search_keys where tier = ? and key = ? and number = ?'),
}));

/** Removes a record from the index. */
export function removeDocument(kind: Kind, recordId: number, { number, keys }: Indexed): void {
  const { text, facets, document, key } = deletions();
  text.run(number);
  facets.run(number);
  document.run(kind, recordId);
  const tier = tierOf(number);
  for (const it of keys) key.run(tier, it, number);
}

const facetKeys = facets.map(({ key }) => key);

const insertFacets = prepared((db) =>
  db.$client.prepare(
    `insert or replace into search_facets (number, is_active, ${facetKeys.join(', ')})
    values (?, ?, ${facetKeys.map(() => '?').join(', ')})`,
  ),
);

/** Saves the facets of a package. */
export function saveFacets(number: number, source: FacetSource): void {
  const record = facetRecord(source);
  // The driver binds numbers as reals, of which SQLite writes only 15 digits to JSON.
  const values = facetKeys.map((key) => {
    const raw = record[key];
    return typeof raw === 'number' ? BigInt(raw) : raw;
  });
  insertFacets().run(number, Number(source.isActive), ...values);
}
