import { requirePermission } from '@/lib/accounts/permissions';
import { ConflictError } from '@/lib/edits/conflict';
import { MissingError } from '@/lib/edits/missing';
import { changedSince, fieldChanges } from '@/lib/revisions/difference';
import { findChange, listRevisionsOf, type RevisionRow } from '../queries/history';
import { findRecordFields } from '../queries/record-fields';
import type { Change } from './change';
import { edit, type Edit } from './edit';
import { restoreGrid, restorePackage } from './restore';

/**
 * Undoes a change: restores the previous value of every field that it changed. That is a change itself, which can be reverted too.
 *
 * @throws {MissingError} if there is no such change, or it can't be reverted
 * @throws {ConflictError} if one of its fields has been changed again since
 */
export function revertChange(by: Edit, changeId: number): void {
  edit({ ...by, reverts: changeId }, (change, actor) => {
    const found = findChange(changeId);
    const rows = listRevisionsOf(changeId);
    if (!found || rows.length === 0) throw new MissingError('This change doesn’t exist.');
    for (const row of rows) {
      const isOwn = found.actor === actor.id;
      requirePermission(actor, isOwn ? 'change.revertOwn' : 'change.revert', lockOf(row));
      revertRow(change, row, by.now);
    }
  });
}

function lockOf({ kind, recordId }: RevisionRow) {
  return { isLocked: findRecordFields(kind, recordId)?.['isLocked'] === true };
}

function revertRow(change: Change, row: RevisionRow, now: number): void {
  const { kind, recordId: id, before, after } = row;
  const names = fieldChanges(before, after).map(({ name }) => name);
  const current = findRecordFields(kind, id);
  const theirs = changedSince(after, current, names);
  if (theirs.length > 0) throw new ConflictError(current ?? {}, theirs);
  if (kind === 'category' || (kind === 'package' && before === null)) {
    throw new MissingError('This change can’t be reverted.');
  }
  for (const packageId of packagesIn(names)) change.touch({ kind: 'package', id: packageId });
  change.record([{ kind, id }], () => {
    if (kind === 'grid') restoreGrid(id, before, names, now);
    else restorePackage(id, before ?? {}, names, now);
  });
}

/** The packages whose cells or place in a grid change: they are found by these. */
const packagesIn = (names: string[]) =>
  names.flatMap((name) => /^(?:package|cell \d+) (\d+)$/.exec(name)?.[1] ?? []).map(Number);
