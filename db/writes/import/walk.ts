import type { StagedDocument, Staging } from '../staging';

/** Records per batch, so that memory stays bounded. */
const BATCH = 200;

/** Yields the staged documents of a kind, in batches. */
export function* batches(staging: Staging, kind: StagedDocument['kind']) {
  let after = -1;
  for (;;) {
    const rows = staging.listDocuments(kind, after, BATCH);
    if (rows.length > 0) {
      yield rows.map(({ document }) => parseJson(document));
    }
    if (rows.length < BATCH) return;
    after = rows.at(-1)?.id ?? after;
  }
}

/** Yields the staged documents of a kind, one by one. */
export function* walk(staging: Staging, kind: StagedDocument['kind']) {
  for (const batch of batches(staging, kind)) yield* batch;
}

function parseJson(text: string): unknown {
  return JSON.parse(text);
}
