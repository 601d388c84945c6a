import { facetRecord } from '@/lib/facets/record';
import { gridDocument, packageDocument, type SearchDocument } from '@/lib/search/document';
import { synonymPairs } from '@/lib/search/synonyms';
import { database } from '../client';
import {
  listGridIdsOf,
  listGridSources,
  listPackageIdsIn,
  listPackagePriors,
  listPackageSources,
} from '../queries/search-sources';
import { searchFacets, searchSynonyms } from '../schema/search';
import { buildIndex } from './search-build';
import {
  addDocuments,
  digestOfDocument,
  findIndexed,
  removeDocument,
  saveFacets,
} from './search-rows';

/**
 * Brings the index to what these packages are now, and to what their grids, which are found by them too, are now. A package that is gone
 * leaves it; name the grids that it stood in to indexGrids. Belongs in the transaction that changed them.
 */
export function indexPackages(ids: number[]): void {
  update(ids, listGridIdsOf(ids));
}

/** Brings the index to what these grids and their packages are now; belongs in the transaction that changed a grid, a feature or a cell. */
export function indexGrids(ids: number[]): void {
  update(listPackageIdsIn(ids), ids);
}

function update(packageIds: number[], gridIds: number[]): void {
  const sources = listPackageSources(packageIds);
  const packages = sources.map(packageDocument);
  const grids = listGridSources(gridIds).map(gridDocument);
  addDocuments([
    ...removeChanged('package', packageIds, packages),
    ...removeChanged('grid', gridIds, grids),
  ]);
  for (const [index, source] of sources.entries()) {
    saveFacets(packages[index]?.number ?? 0, facetRecord(source));
  }
}

/**
 * Takes out of the index what is gone and what has changed, and gives those that have to be put in again. Most changes of a package leave
 * its grids as they were, and to write down the words of a large grid takes longer than all else.
 */
function removeChanged(
  kind: SearchDocument['kind'],
  ids: number[],
  documents: SearchDocument[],
): SearchDocument[] {
  const now = new Map(documents.map((it) => [it.recordId, it]));
  return ids.flatMap((id) => {
    const [old, it] = [findIndexed(kind, id), now.get(id)];
    if (old && it && old.number === it.number && old.digest === digestOfDocument(it)) return [];
    if (old) removeDocument(kind, id, old);
    return it ?? [];
  });
}

/** Makes the whole index anew, in one transaction, and says of how many records. */
export function reindex(): { packages: number; grids: number } {
  return database().transaction(buildIndex, { behavior: 'immediate' });
}

/** Whether there are packages, and none of them is in the index: a database of before there was one, or all of one. */
export function isIndexMissing(): boolean {
  const isEmpty = database().select().from(searchFacets).limit(1).get() === undefined;
  return isEmpty && listPackagePriors(0, 1).length > 0;
}

/** Makes these groups of words and phrases the ones that stand for one another, in place of those that there were. */
export function saveSynonyms(groups: string[][]): void {
  const db = database();
  db.delete(searchSynonyms).run();
  for (const pair of synonymPairs(groups)) {
    db.insert(searchSynonyms).values(pair).onConflictDoNothing().run();
  }
}
