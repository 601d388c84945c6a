import { listNames } from '@/db/queries/change-names';
import { listChanges, listRevisionsOf, type HistoryScope } from '@/db/queries/history';
import { changeEntry } from '@/lib/feeds/change-entry';
import { namedIn } from '@/lib/revisions/describe';

const LENGTH = 30;

/** The entries of the latest changes in a scope. */
export function listChangeEntries(base: string, scope: HistoryScope) {
  const changes = listChanges(scope, { offset: 0, limit: LENGTH });
  const revisions = listRevisionsOf(...changes.map(({ id }) => id));
  const names = listNames(namedIn(revisions));
  return changes.map((change) => {
    const own = revisions.filter(({ changeId }) => changeId === change.id);
    return changeEntry(base, { ...change, revisions: own }, names);
  });
}
