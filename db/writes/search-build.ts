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

/** Records per batch, so that memory stays bounded. */
const BATCH = 2000;

/**
 * Bytes of terms that FTS5 buffers before it writes a segment: fewer, larger segments merge faster. The buffer stays that large while the
 * database is open, and each later change scans it, which takes 4 milliseconds at four times this size.
 */
const GATHERED = 16 * 1024 * 1024;
const GATHERED_BY_DEFAULT = 1024 * 1024;

/**
 * Tables that aren't ordered by document number, and their order. Sorting the rows once takes far less time than inserting each at its
 * place. Many terms occur more than once.
 */
const sorted = [
  { table: 'search_documents', order: 'kind, record_id' },
  { table: 'search_keys', order: 'tier, key, number' },
  { table: 'search_terms', order: 'term' },
];

/** Rebuilds the whole index and returns the number of records. Call it in a transaction. */
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

/** Merges all segments into one, at a level above all existing ones. */
function optimize(): void {
  database().$client.exec(`insert into search_text (search_text) values ('optimize')`);
}

/** Drops an SQL index and returns the statement that recreates it. */
function dropIndex(name: string): string {
  const { $client: client } = database();
  const current = client.prepare('select sql from sqlite_master where name = ?').pluck().get(name);
  client.exec(`drop index ${name}`);
  return String(current);
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
    const sources = listPackageSources(ids);
    const documents = sources.map(packageDocument);
    add(documents);
    for (const [index, source] of sources.entries()) {
      saveFacets(documents[index]?.number ?? 0, source);
    }
  }
  // Merged here as well as at the end, so that the result is two levels up: at the first level it would be merged with the segments of the
  // first thousand changes, and one of those changes would take seconds.
  optimize();
  for (const ids of inBatches(grids)) add(listGridSources(ids).map(gridDocument));
  return { packages: packages.length, grids: grids.length };
}

const MOST_REMEMBERED = 500_000;

/** Returns a filter for terms not seen before; forgets all when full. Most terms are ones that all texts have in common. */
function remembered(): (term: string) => boolean {
  const seen = new Set<string>();
  return (term) => {
    if (seen.has(term)) return false;
    if (seen.size === MOST_REMEMBERED) seen.clear();
    seen.add(term);
    return true;
  };
}

/** Document numbers of all packages, ascending; eight bytes each. */
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

/** Yields record ids in order of document number, in batches. */
function* inBatches(numbers: Float64Array) {
  for (let start = 0; start < numbers.length; start += BATCH) {
    const batch = numbers.subarray(start, start + BATCH);
    yield Array.from(batch, (number) => documentOfNumber(number).id);
  }
}
