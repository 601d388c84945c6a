import type { StagedDocument, Staging } from '../staging';

/** Records at a time, so that memory stays bounded. */
const BATCH = 200;

/** The documents of a kind that were gathered, some at a time. */
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

/** The documents of a kind that were gathered, one by one. */
export function* walk(staging: Staging, kind: StagedDocument['kind']) {
  for (const batch of batches(staging, kind)) yield* batch;
}

function parseJson(text: string): unknown {
  return JSON.parse(text);
}
