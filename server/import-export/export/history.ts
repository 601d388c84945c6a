import { listChangesAfter, listRevisionsOf } from '@/db/queries/history';
import { formatIso } from '@/lib/time';

/** Changes per batch, to bound memory use. */
const BATCH = 250;

/**
 * All changes, oldest first, one JSON document per line: who (the name of the account), when, why, and each record's fields before and
 * after.
 */
export function* historyLines(): Generator<string> {
  let after = 0;
  for (;;) {
    const changes = listChangesAfter(after, BATCH);
    const revisions = listRevisionsOf(...changes.map(({ id }) => id));
    for (const { id, at, source, account, comment, reverts } of changes) {
      const records = revisions
        .filter(({ changeId }) => changeId === id)
        .map(({ kind, recordId, ...sides }) => {
          return { kind, id: recordId, before: sides.before, after: sides.after };
        });
      const change = { id, at: formatIso(at, 'UTC'), source, account, comment, reverts, records };
      yield `${JSON.stringify(change)}\n`;
    }
    if (changes.length < BATCH) return;
    after = changes.at(-1)?.id ?? after;
  }
}
