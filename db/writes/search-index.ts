import { gridDocument, packageDocument, type SearchDocument } from '@/lib/search/document';
import { synonymPairs } from '@/lib/search/synonyms';
import { database } from '../client';
import {
  listGridIdsOf,
  listGridSources,
  listPackageIdsIn,
  listPackageSources,
} from '../queries/search-sources';
import { searchSynonyms } from '../schema/search';
import { buildIndex } from './search-build';
import {
  addDocuments,
  digestOfDocument,
  findIndexed,
  removeDocument,
  saveFacets,
} from './search-rows';

/**
 * Updates the index for these packages and for their grids, which are found by their packages too. Deleted packages are removed; pass the
 * grids they were in to indexGrids. Call it in the transaction that changed the packages.
 */
export function indexPackages(ids: number[]): void {
  update(ids, listGridIdsOf(ids));
}

/** Updates the index for these grids and their packages. Call it in the transaction that changed a grid, a feature or a cell. */
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
    saveFacets(packages[index]?.number ?? 0, source);
  }
}

/**
 * Removes deleted and changed records from the index and returns the documents to add again. Skips unchanged ones: most changes to a
 * package don't affect its grids, and indexing a large grid takes longer than everything else.
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

/** Rebuilds the whole index, in one transaction, and returns the number of records. */
export function reindex(): { packages: number; grids: number } {
  return database().transaction(buildIndex, { behavior: 'immediate' });
}

/** Replaces all synonyms by these groups of words and phrases. */
export function saveSynonyms(groups: string[][]): void {
  const db = database();
  db.delete(searchSynonyms).run();
  for (const pair of synonymPairs(groups)) {
    db.insert(searchSynonyms).values(pair).onConflictDoNothing().run();
  }
}
