import { readClock } from '@/app/clock';
import { listNames } from '@/db/queries/change-names';
import {
  countChanges,
  listChanges,
  listRevisionsOf,
  type ChangeRow,
  type HistoryScope,
} from '@/db/queries/history';
import { pageOf } from '@/lib/list/paging';
import { pageQuery } from '@/lib/list/query';
import { namedIn } from '@/lib/revisions/describe';

const PAGE_SIZE = 30;

/** Loads a page of the changes in a scope, with what each of them changed. */
export function loadHistory(scope: HistoryScope, query: unknown) {
  const { page: requestedPage } = pageQuery.parse(query);
  const total = countChanges(scope);
  const paging = pageOf(total, requestedPage, PAGE_SIZE);
  return { ...loadChanges(listChanges(scope, paging)), total, paging, requestedPage };
}

/** Loads what each of these changes changed. */
export function loadChanges(listed: ChangeRow[]) {
  const revisions = listRevisionsOf(...listed.map(({ id }) => id));
  const changes = listed.map((change) => ({
    ...change,
    revisions: revisions.filter(({ changeId }) => changeId === change.id),
  }));
  const names = listNames(namedIn(revisions));
  return { changes, names, clock: readClock() };
}
