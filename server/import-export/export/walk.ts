import { listGridMetadata, listIdsAfter, listPackageMetadata } from '@/db/queries/metadata';

/** Records per batch, to bound memory use. */
const BATCH = 250;

function* idBatches(kind: 'package' | 'grid') {
  let after = 0;
  for (;;) {
    const ids = listIdsAfter(kind, after, BATCH);
    if (ids.length > 0) yield ids;
    if (ids.length < BATCH) return;
    after = ids.at(-1) ?? after;
  }
}

/** All packages with their metadata, by ascending id. */
export function* allPackages() {
  for (const ids of idBatches('package')) yield* listPackageMetadata(ids);
}

/** All grids with their metadata, by ascending id. */
export function* allGrids() {
  for (const ids of idBatches('grid')) yield* listGridMetadata(ids);
}
