import { and, eq } from 'drizzle-orm';
import { requirePermission } from '@/lib/accounts/permissions';
import { expectUnchanged } from '@/lib/edits/conflict';
import type { CellFields } from '@/lib/edits/fields';
import { MissingError } from '@/lib/edits/missing';
import { database } from '../client';
import { findCell, findCellPlace, type CellRef } from '../queries/cells';
import { cells } from '../schema';
import { edit, newId, type Edit } from './edit';

/**
 * Saves a cell; one without a text is removed. `opened` is what its form showed when it was opened.
 *
 * @throws {MissingError} if the feature or the package isn't in the grid (any more)
 * @throws {ConflictError} if somebody has changed the cell since it was opened
 */
export function saveCell(
  by: Edit,
  ref: CellRef,
  wanted: CellFields,
  opened: Partial<CellFields>,
): void {
  const held = { write: 'saveCell', arguments: { ref, wanted, opened } } as const;
  edit({ ...by, held }, (change, actor) => {
    const place = findCellPlace(ref);
    if (!place) throw new MissingError('This feature or package is no longer in the grid.');
    requirePermission(actor, 'cell.edit', place);
    const current = findCell(ref);
    expectUnchanged(opened, current, wanted);
    change.record([{ kind: 'grid', id: ref.gridId }], () => {
      writeCell(by, ref, place.gridPackageId, current?.id, wanted);
    });
    // Packages are found by the text of their cells.
    change.touch({ kind: 'package', id: ref.packageId });
  });
}

/** Writes a cell within `change.record`; `id` is undefined if there is none yet. */
export function writeCell(
  by: Edit,
  { gridId, featureId }: CellRef,
  gridPackageId: number,
  id: number | undefined,
  wanted: CellFields,
): void {
  const db = database();
  const confirmed = { confirmedAt: by.now, confirmedBy: by.accountId };
  const row = { ...wanted, ...confirmed, modifiedAt: by.now };
  if (wanted.text === '') {
    if (id !== undefined) db.delete(cells).where(eq(cells.id, id)).run();
  } else if (id !== undefined) {
    db.update(cells).set(row).where(eq(cells.id, id)).run();
  } else {
    db.insert(cells)
      .values({ ...row, id: newId(cells), gridId, featureId, gridPackageId, createdAt: by.now })
      .run();
  }
}

/** Records that a cell is still correct. This is not an edit, so it has no revision. */
export function confirmCell(by: Edit, ref: CellRef): void {
  edit(by, (_, actor) => {
    const place = findCellPlace(ref);
    if (!place) throw new MissingError('This feature or package is no longer in the grid.');
    requirePermission(actor, 'cell.edit', place);
    database()
      .update(cells)
      .set({ confirmedAt: by.now, confirmedBy: by.accountId })
      .where(and(eq(cells.featureId, ref.featureId), eq(cells.gridPackageId, place.gridPackageId)))
      .run();
  });
}
