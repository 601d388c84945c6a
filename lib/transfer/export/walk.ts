import { listGridFacts, listIdsAfter, listPackageFacts } from '@/db/queries/facts';

/** Records at a time, so that memory stays bounded. */
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

/** Every package with its facts, by rising id. */
export function* allPackages() {
  for (const ids of idBatches('package')) yield* listPackageFacts(ids);
}

/** Every grid with its table, by rising id. */
export function* allGrids() {
  for (const ids of idBatches('grid')) yield* listGridFacts(ids);
}
