import { and, eq, isNull } from 'drizzle-orm';
import { ConflictError } from '@/lib/edits/conflict';
import type { CellText } from '@/lib/edits/cell-texts';
import { readHeldEdit, type HeldEdit } from '@/lib/edits/held';
import { MissingError } from '@/lib/edits/missing';
import { DecidedError, RefusedError } from '@/lib/edits/refused';
import { database } from '../client';
import { findActiveAccount } from '../queries/accounts';
import { findHeldEdit, type HeldEditRow } from '../queries/held-edits';
import { heldEdits } from '../schema';
import { saveCellTexts } from './cell-texts';
import { saveCell } from './cells';
import type { Edit } from './edit';
import { addFeatures, saveFeature } from './features';
import { addGrid, saveGrid } from './grids';
import { addPackage, savePackage } from './package-edits';
import { writePermitted } from './permitted';

/**
 * Makes an edit that waits, as the account that wanted it. The change counts as reviewed.
 *
 * @throws {MissingError} if there is no such edit, or its record is gone
 * @throws {RefusedError} if it has been decided already (DecidedError), or can't be made any more
 */
export function acceptHeldEdit(by: Edit, id: number): void {
  writePermitted(by.accountId, 'change.review', (moderator) => {
    const row = waiting(id);
    const held = readHeldEdit(row);
    if (held === undefined) {
      throw new RefusedError('The site can’t make this edit any more. You can only decline it.');
    }
    if (!findActiveAccount(row.accountId)) {
      throw new RefusedError('The account is banned or deleted, so its edit can’t be made.');
    }
    decide(by, id, true);
    const { accountId, comment } = row;
    make({ accountId, comment, now: by.now, acceptedBy: moderator.id }, held);
  });
}

/**
 * Declines an edit that waits.
 *
 * @throws {MissingError} if there is no such edit
 * @throws {DecidedError} if it has been decided already
 */
export function declineHeldEdit(by: Edit, id: number): void {
  writePermitted(by.accountId, 'change.review', () => {
    waiting(id);
    decide(by, id, false);
  });
}

/** Declines all edits of an account that wait, within the transaction of the caller. */
export function declineHeldEditsOf(by: Edit, accountId: string): void {
  database()
    .update(heldEdits)
    .set({ decidedAt: by.now, decidedBy: by.accountId, isAccepted: false })
    .where(and(eq(heldEdits.accountId, accountId), isNull(heldEdits.decidedAt)))
    .run();
}

function waiting(id: number): HeldEditRow {
  const row = findHeldEdit(id);
  if (!row) throw new MissingError('There is no such edit.');
  if (row.decidedAt !== null) throw new DecidedError();
  return row;
}

function decide(by: Edit, id: number, isAccepted: boolean): void {
  database()
    .update(heldEdits)
    .set({ decidedAt: by.now, decidedBy: by.accountId, isAccepted })
    .where(eq(heldEdits.id, id))
    .run();
}

function make(by: Edit, held: HeldEdit): void {
  try {
    call(by, held);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    const now = JSON.stringify(error.current);
    throw new RefusedError(
      `Someone has changed this since, so the edit would overwrite theirs. It is now ${now}.`,
    );
  }
}

function call(by: Edit, held: HeldEdit): void {
  switch (held.write) {
    case 'addGrid':
      addGrid(by, held.wanted, held.parts);
      break;
    case 'saveGrid':
      saveGrid(by, held.id, held.wanted, held.opened);
      break;
    case 'addFeatures':
      addFeatures(by, held.gridId, held.wanted);
      break;
    case 'saveFeature':
      saveFeature(by, held.id, held.wanted, held.opened);
      break;
    case 'saveCell':
      saveCell(by, held.ref, held.wanted, held.opened);
      break;
    case 'saveCellTexts':
      saveAllTexts(by, held.gridId, held.wanted);
      break;
    case 'addPackage':
      addPackage(by, held.wanted, held.gridId);
      break;
    case 'savePackage':
      savePackage(by, held.id, held.wanted, held.opened);
      break;
  }
}

/** Saves the texts of cells if none of them has been changed since. */
function saveAllTexts(by: Edit, gridId: number, wanted: CellText[]): void {
  const unsaved = saveCellTexts(by, gridId, wanted);
  if (unsaved.length > 0) throw new ConflictError({ cells: unsaved }, ['cells']);
}
