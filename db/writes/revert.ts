import { eq } from 'drizzle-orm';
import { requirePermission, type PermissionName } from '@/lib/accounts/permissions';
import { ConflictError } from '@/lib/edits/conflict';
import { MissingError } from '@/lib/edits/missing';
import { changedSince, fieldChanges } from '@/lib/revisions/difference';
import { database } from '../client';
import { findChange, listRevisionsOf, type RevisionRow } from '../queries/history';
import { findRecordFields } from '../queries/record-fields';
import { changes } from '../schema';
import type { Change } from './change';
import { edit, type Edit } from './edit';
import { addPackageAgain, removePackage } from './remove-package';
import { restoreGrid, restorePackage } from './restore';

/**
 * Undoes a change: restores the previous value of every field that it changed. That is a change itself, which can be reverted too.
 *
 * @throws {MissingError} if there is no such change, or it can't be reverted
 * @throws {ConflictError} if one of its fields has been changed again since
 * @throws {RefusedError} if it added a package that is in use by now
 */
export function revertChange(by: Edit, changeId: number): void {
  // Nobody needs to review that an account has undone its own change before anybody reviewed that.
  const isReviewed = findChange(changeId)?.review !== 'waiting';
  edit({ ...by, reverts: changeId, isReviewed }, (change, actor) => {
    const found = findChange(changeId);
    const rows = listRevisionsOf(changeId);
    if (!found || rows.length === 0) throw new MissingError('This change doesn’t exist.');
    // In reverse order: a package that was added to a grid leaves the grid before it goes.
    for (const row of rows.toReversed()) {
      requirePermission(actor, permissionFor(row, found.actor === actor.id), lockOf(row));
      revertRow(change, row, by.now);
    }
    if (found.review === 'waiting') settle(by, changeId);
  });
}

/** Undoing the addition of a package removes it, which is up to moderators. */
function permissionFor({ kind, before }: RevisionRow, isOwn: boolean): PermissionName {
  if (kind === 'package' && before === null) return 'package.remove';
  return isOwn ? 'change.revertOwn' : 'change.revert';
}

/** Nobody needs to review what has been undone. */
function settle({ accountId, now }: Edit, changeId: number): void {
  const reviewed = { review: null, reviewedAt: now, reviewedBy: accountId };
  database().update(changes).set(reviewed).where(eq(changes.id, changeId)).run();
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
  if (kind === 'category') throw new MissingError('This change can’t be reverted.');
  for (const packageId of packagesIn(names)) change.touch({ kind: 'package', id: packageId });
  change.record([{ kind, id }], () => {
    if (kind === 'grid') restoreGrid(id, before, names, now);
    else if (before === null) removePackage(id);
    else {
      if (current === undefined) addPackageAgain(id, before, now);
      restorePackage(id, before, names, now);
    }
  });
}

/** The packages whose cells or place in a grid change: they are found by these. */
const packagesIn = (names: string[]) =>
  names.flatMap((name) => /^(?:package|cell \d+) (\d+)$/.exec(name)?.[1] ?? []).map(Number);
