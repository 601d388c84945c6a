import { facetRecord } from '@/lib/facets/record';
import { gridDocument, packageDocument } from '@/lib/search/document';
import { documentOfNumber, numberOfDocument } from '@/lib/search/document-number';
import { gridPrior, packagePrior } from '@/lib/search/prior';
import { database } from '../client';
import {
  listGridPriors,
  listGridSources,
  listPackagePriors,
  listPackageSources,
} from '../queries/search-sources';
import { documentWriter, saveFacets } from './search-rows';

/** Records a step, so that memory stays bounded. */
const BATCH = 2000;

/**
 * So many bytes of words FTS5 gathers before it writes them down: fewer, larger pieces are sooner merged. What it gathers them in stays as
 * large for as long as the database is open, and each later change walks through it: of four times the size for 4 milliseconds.
 */
const GATHERED = 16 * 1024 * 1024;
const GATHERED_BY_DEFAULT = 1024 * 1024;

/**
 * The tables that go by another order than the number of the document, and that order. To sort their rows once takes far less time than
 * to find a place for each. Of the words, many are there more than once.
 */
const sorted = [
  { table: 'search_documents', order: 'kind, record_id' },
  { table: 'search_keys', order: 'tier, key, number' },
  { table: 'search_terms', order: 'term' },
];

/** Makes the whole index anew, and says of how many records; belongs in a transaction. */
export function buildIndex(): { packages: number; grids: number } {
  const { $client: client } = database();
  for (const { table } of sorted) {
    client.exec(`delete from ${table}`);
    client.exec(`create temp table staged_${table} as select * from ${table}`);
  }
  client.exec(`delete from search_facets`);
  client.exec(`insert into search_text (search_text) values ('delete-all')`);
  gather(GATHERED);
  const size = stageDocuments();
  const reversed = dropIndex('search_terms_reversed');
  for (const { table, order } of sorted) {
    client.exec(`insert or ignore into ${table} select * from staged_${table} order by ${order}`);
    client.exec(`drop table staged_${table}`);
  }
  client.exec(reversed);
  optimize();
  gather(GATHERED_BY_DEFAULT);
  return size;
}

/** Merges all pieces into one, which goes above all levels that there were. */
function optimize(): void {
  database().$client.exec(`insert into search_text (search_text) values ('optimize')`);
}

/** Takes off an index and gives the statement that makes it again. */
function dropIndex(name: string): string {
  const { $client: client } = database();
  const made = client.prepare('select sql from sqlite_master where name = ?').pluck().get(name);
  client.exec(`drop index ${name}`);
  return String(made);
}

function gather(bytes: number): void {
  const { $client: client } = database();
  client.exec(`insert into search_text (search_text, rank) values ('hashsize', ${bytes})`);
}

function stageDocuments(): { packages: number; grids: number } {
  const add = documentWriter(
    {
      documents: 'staged_search_documents',
      keys: 'staged_search_keys',
      terms: 'staged_search_terms',
    },
    remembered(),
  );
  const [packages, grids] = [listPackageNumbers(), listGridNumbers()];
  for (const ids of inBatches(packages)) {
    const sources = listPackageSources(ids).map((it) => ({ it, document: packageDocument(it) }));
    add(sources.map(({ document }) => document));
    for (const { it, document } of sources) saveFacets(document.number, facetRecord(it));
  }
  // Once more than at the end, for the whole to go two levels up: from the first it would be merged with the pieces of the first thousand
  // changes, and one of these would take seconds.
  optimize();
  for (const ids of inBatches(grids)) add(listGridSources(ids).map(gridDocument));
  return { packages: packages.length, grids: grids.length };
}

const MOST_REMEMBERED = 500_000;

/** Whether a word was not there before, as far back as memory goes: most are those that all texts are made of. */
function remembered(): (term: string) => boolean {
  const seen = new Set<string>();
  return (term) => {
    if (seen.has(term)) return false;
    if (seen.size === MOST_REMEMBERED) seen.clear();
    seen.add(term);
    return true;
  };
}

/** The numbers of all packages, eight bytes each. */
function listPackageNumbers(): Float64Array {
  const numbers: number[] = [];
  let after = 0;
  for (;;) {
    const rows = listPackagePriors(after, BATCH);
    for (const { id, ...facts } of rows) {
      numbers.push(numberOfDocument({ kind: 'package', id, prior: packagePrior(facts) }));
      after = id;
    }
    if (rows.length < BATCH) return Float64Array.from(numbers).sort();
  }
}

function listGridNumbers(): Float64Array {
  const numbers = listGridPriors().map(({ id, packageCount }) =>
    numberOfDocument({ kind: 'grid', id, prior: gridPrior(packageCount) }),
  );
  return Float64Array.from(numbers).sort();
}

/** The ids of documents by rising number, so many at a time. */
function* inBatches(numbers: Float64Array) {
  for (let start = 0; start < numbers.length; start += BATCH) {
    const batch = numbers.subarray(start, start + BATCH);
    yield Array.from(batch, (number) => documentOfNumber(number).id);
  }
}
