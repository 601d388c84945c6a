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
import { onlyPart } from '@/lib/revisions/part-of-grid';

const PAGE_SIZE = 30;

/** Loads a page of the changes in a scope, with what each of them changed. */
export function loadHistory(scope: HistoryScope, query: unknown) {
  const { page: requestedPage } = pageQuery.parse(query);
  const total = countChanges(scope);
  const paging = pageOf(total, requestedPage, PAGE_SIZE);
  const listed = loadChanges(listChanges(scope, paging), scope);
  return { ...listed, total, paging, requestedPage };
}

/** Loads what each of these changes changed; of a part of a grid, if that is the scope, nothing else. */
export function loadChanges(listed: ChangeRow[], scope?: HistoryScope) {
  const all = listRevisionsOf(...listed.map(({ id }) => id));
  const revisions =
    scope?.of === 'part'
      ? all
          .filter(({ kind, recordId }) => kind === 'grid' && recordId === scope.id)
          .map((it) => onlyPart(it, scope.part))
      : all;
  const changes = listed.map((change) => ({
    ...change,
    revisions: revisions.filter(({ changeId }) => changeId === change.id),
  }));
  const names = listNames(namedIn(revisions));
  return { changes, names };
}
