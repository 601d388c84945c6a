import { and, eq, inArray, sql } from 'drizzle-orm';
import { facetRecord } from '@/lib/facets/record';
import { gridDocument, packageDocument, termsOf, type SearchDocument } from '@/lib/search/document';
import { tierOf } from '@/lib/search/document-number';
import { tokensOf } from '@/lib/search/tokens';
import { database, prepared } from '../client';
import {
  listGridIds,
  listGridIdsOf,
  listGridSources,
  listPackageIds,
  listPackageIdsIn,
  listPackageSources,
  type PackageSource,
} from '../queries/search-sources';
import {
  searchDocuments,
  searchFacets,
  searchKeys,
  searchSynonyms,
  searchTerms,
  searchText,
} from '../schema/search';

/** Records a step when all are indexed, so that memory stays bounded. */
const BATCH = 2000;

/**
 * Brings the index to what these packages are now, and to what their grids, which are found by them too, are now. A package that is gone
 * leaves it; name the grids that it stood in to indexGrids. Belongs in the transaction that changed them.
 */
export function indexPackages(ids: number[]): void {
  remove('package', ids);
  addPackages(listPackageSources(ids));
  const gridIds = listGridIdsOf(ids);
  remove('grid', gridIds);
  add(listGridSources(gridIds).map(gridDocument));
}

/** Brings the index to what these grids and their packages are now; belongs in the transaction that changed a grid, a feature or a cell. */
export function indexGrids(ids: number[]): void {
  remove('grid', ids);
  add(listGridSources(ids).map(gridDocument));
  const packageIds = listPackageIdsIn(ids);
  remove('package', packageIds);
  addPackages(listPackageSources(packageIds));
}

/** Makes the whole index anew, in one transaction, and says of how many records. */
export function reindex(): { packages: number; grids: number } {
  return database().transaction(
    () => {
      const db = database();
      const packageIds = listPackageIds();
      const gridIds = listGridIds();
      db.run(sql`insert into search_text (search_text) values ('delete-all')`);
      for (const table of [searchDocuments, searchFacets, searchKeys, searchTerms]) {
        db.delete(table).run();
      }
      for (const ids of inBatches(packageIds)) addPackages(listPackageSources(ids));
      for (const ids of inBatches(gridIds)) add(listGridSources(ids).map(gridDocument));
      return { packages: packageIds.length, grids: gridIds.length };
    },
    { behavior: 'immediate' },
  );
}

/** Whether there are packages, and none of them is in the index: a database of before there was one, or all of one. */
export function isIndexMissing(): boolean {
  const isEmpty = database().select().from(searchFacets).limit(1).get() === undefined;
  return isEmpty && listPackageIds().length > 0;
}

/** Makes these groups of words and phrases the ones that stand for one another, in place of those that there were. */
export function saveSynonyms(groups: string[][]): void {
  const db = database();
  db.delete(searchSynonyms).run();
  for (const group of groups) {
    const terms = [...new Set(group.map((term) => tokensOf(term).join(' ')))];
    const pairs = terms.flatMap((term) =>
      terms.filter((other) => other !== term).map((other) => ({ term, other })),
    );
    if (pairs.length > 0) db.insert(searchSynonyms).values(pairs).onConflictDoNothing().run();
  }
}

function inBatches(ids: number[]): number[][] {
  const batches = [];
  for (let start = 0; start < ids.length; start += BATCH)
    batches.push(ids.slice(start, start + BATCH));
  return batches;
}

type Kind = SearchDocument['kind'];

const deleteText = prepared((db) =>
  db
    .delete(searchText)
    .where(eq(searchText.number, sql.placeholder('number')))
    .prepare(),
);

const deleteFacets = prepared((db) =>
  db
    .delete(searchFacets)
    .where(eq(searchFacets.number, sql.placeholder('number')))
    .prepare(),
);

const deleteKey = prepared((db) =>
  db
    .delete(searchKeys)
    .where(
      and(
        eq(searchKeys.tier, sql.placeholder('tier')),
        eq(searchKeys.key, sql.placeholder('key')),
        eq(searchKeys.number, sql.placeholder('number')),
      ),
    )
    .prepare(),
);

function remove(kind: Kind, ids: number[]): void {
  const db = database();
  const isOne = and(eq(searchDocuments.kind, kind), inArray(searchDocuments.recordId, ids));
  for (const { number, keys } of db.select().from(searchDocuments).where(isOne).all()) {
    const tier = tierOf(number);
    deleteText().run({ number });
    deleteFacets().run({ number });
    for (const key of keys) deleteKey().run({ tier, key, number });
  }
  db.delete(searchDocuments).where(isOne).run();
}

const holder = sql.placeholder;

const insertText = prepared((db) =>
  db
    .insert(searchText)
    .values({
      number: holder('number'),
      name: holder('name'),
      words: holder('words'),
      around: holder('around'),
      people: holder('people'),
    })
    .prepare(),
);

const insertDocument = prepared((db) =>
  db
    .insert(searchDocuments)
    .values({
      kind: holder('kind'),
      recordId: holder('recordId'),
      number: holder('number'),
      keys: holder('keys'),
    })
    .prepare(),
);

const insertKey = prepared((db) =>
  db
    .insert(searchKeys)
    .values({ tier: holder('tier'), key: holder('key'), number: holder('number') })
    .prepare(),
);

const insertTerm = prepared((db) =>
  db
    .insert(searchTerms)
    .values({ term: holder('term'), reversed: holder('reversed') })
    .onConflictDoNothing()
    .prepare(),
);

const insertFacets = prepared((db) =>
  db
    .insert(searchFacets)
    .values({
      number: holder('number'),
      isActive: holder('isActive'),
      category: holder('category'),
      grids: holder('grids'),
      django: holder('django'),
      python: holder('python'),
      licence: holder('licence'),
      status: holder('status'),
      host: holder('host'),
      documentation: holder('documentation'),
      maintainedAt: holder('maintainedAt'),
      releasedAt: holder('releasedAt'),
    })
    .prepare(),
);

function addPackages(sources: PackageSource[]): void {
  const documents = sources.map(packageDocument);
  add(documents);
  for (const [index, { number }] of documents.entries()) {
    const source = sources[index];
    if (source) insertFacets().run({ number, ...facetRecord(source) });
  }
}

function add(documents: SearchDocument[]): void {
  for (const it of documents) {
    insertText().run({ ...it });
    insertDocument().run({ ...it });
    const tier = tierOf(it.number);
    for (const key of it.keys) insertKey().run({ tier, key, number: it.number });
  }
  for (const term of new Set(documents.flatMap(termsOf))) {
    insertTerm().run({ term, reversed: Array.from(term).reverse().join('') });
  }
}
