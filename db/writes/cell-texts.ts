import { requirePermission } from '@/lib/accounts/permissions';
import type { CellText, UnsavedText } from '@/lib/edits/cell-texts';
import { MissingError } from '@/lib/edits/missing';
import { findCell, findCellPlace } from '../queries/cells';
import { findGridById } from '../queries/grids';
import { writeCell } from './cells';
import { edit, type Edit } from './edit';

/**
 * Saves the texts of several cells of a grid in one change, and keeps their evidence and notes; a cell without a text is removed. Returns
 * those that weren't saved, because somebody has changed or removed the cell since it was opened.
 *
 * @throws {MissingError} if there is no such grid
 */
export function saveCellTexts(by: Edit, gridId: number, wanted: CellText[]): UnsavedText[] {
  const held = { write: 'saveCellTexts', arguments: { gridId, wanted } } as const;
  return edit({ ...by, held }, (change, actor) => {
    const grid = findGridById(gridId);
    if (!grid) throw new MissingError('This grid no longer exists.');
    requirePermission(actor, 'cell.edit', grid);
    const unsaved: UnsavedText[] = [];
    change.record([{ kind: 'grid', id: gridId }], () => {
      for (const cell of wanted) {
        const ref = { gridId, ...cell };
        const place = findCellPlace(ref);
        const current = findCell(ref);
        const text = place ? (current?.text ?? '') : null;
        // The same text again confirms it.
        if (!place || (text !== cell.opened && text !== cell.text)) {
          unsaved.push({ ...cell, current: text });
          continue;
        }
        const { evidence = '', comment = '' } = current ?? {};
        writeCell(by, ref, place.gridPackageId, current?.id, {
          ...{ evidence, comment },
          text: cell.text,
        });
        if (text !== cell.text) change.touch({ kind: 'package', id: cell.packageId });
      }
    });
    return unsaved;
  });
}
