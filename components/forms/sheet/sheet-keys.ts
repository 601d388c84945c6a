import type { ClipboardEvent, KeyboardEvent } from 'react';
import {
  below,
  beside,
  moved,
  placesBetween,
  readBlock,
  writeBlock,
  type Place,
  type Size,
} from '@/lib/edits/sheet';
import { textOf, type CellEdit } from './sheet-state';
import type { Sheet } from './use-sheet';

/** What handlers of the table need to know of it. */
export interface Table {
  sheet: Sheet;
  size: Size;
  /** The cell at a place. */
  refAt: (place: Place) => { featureId: number; packageId: number };
}

/** The edit that gives a cell a text. */
export function editOf({ sheet, refAt }: Table, place: Place, after: string): CellEdit {
  const ref = refAt(place);
  return { ...ref, before: textOf(sheet.state, ref), after: after.trim() };
}

const isCommand = (event: KeyboardEvent) => event.ctrlKey || event.metaKey;

/** Keys on a cell that isn't being edited. */
export function onCellKey(event: KeyboardEvent, table: Table): void {
  const { sheet, size, refAt } = table;
  const { active } = sheet.state;
  const to = event.altKey ? undefined : moved(event.key, active, size, isCommand(event));
  if (to) sheet.dispatch({ kind: 'move', to, isExtended: event.shiftKey });
  else if (event.key === 'Enter' || event.key === 'F2') {
    sheet.beginDraft(textOf(sheet.state, refAt(active)));
  } else if (event.key === 'Delete' || event.key === 'Backspace') {
    sheet.apply(selected(table).map((place) => editOf(table, place, '')));
  } else if (isCommand(event) && event.key.toLowerCase() === 'z') {
    if (event.shiftKey) sheet.redo();
    else sheet.undo();
  } else if (isCommand(event) && event.key.toLowerCase() === 'y') sheet.redo();
  else if (event.key.length === 1 && !isCommand(event) && !event.altKey) {
    sheet.beginDraft(event.key === ' ' ? '' : event.key);
  } else return;
  event.preventDefault();
}

/** Keys in the text field of the cell that is being edited. */
export function onDraftKey(event: KeyboardEvent, field: HTMLTextAreaElement, table: Table): void {
  const { sheet, size } = table;
  const { active } = sheet.state;
  // While an input method composes a character, Enter belongs to it.
  if (event.nativeEvent.isComposing) return;
  const commit = (to: Place) => {
    sheet.endDraft(editOf(table, active, field.value));
    sheet.dispatch({ kind: 'move', to });
  };
  if (event.key === 'Escape') sheet.endDraft();
  else if (event.key === 'Enter' && !event.shiftKey && !event.altKey) commit(below(active, size));
  else if (event.key === 'Tab') commit(beside(active, size, event.shiftKey ? -1 : 1));
  else return;
  event.preventDefault();
}

const selected = ({ sheet: { state } }: Table) => placesBetween(state.anchor, state.active).flat();

/** Copies the selected cells as a spreadsheet does. */
export function onCopy(event: ClipboardEvent, { sheet: { state }, refAt }: Table): void {
  if (state.draft !== null) return;
  const rows = placesBetween(state.anchor, state.active);
  const block = rows.map((row) => row.map((place) => textOf(state, refAt(place))));
  event.clipboardData.setData('text/plain', writeBlock(block));
  event.preventDefault();
}

/** Pastes a block of cells at the active one; a single text goes to all selected cells. What would lie outside of the table is left out. */
export function onPaste(event: ClipboardEvent, table: Table): void {
  const { sheet, size } = table;
  if (sheet.state.draft !== null) return;
  event.preventDefault();
  const block = readBlock(event.clipboardData.getData('text/plain'));
  const [[only] = []] = block;
  if (block.length === 1 && block[0]?.length === 1 && only !== undefined) {
    sheet.apply(selected(table).map((place) => editOf(table, place, only)));
    return;
  }
  const { anchor, active } = sheet.state;
  const [top, left] = [Math.min(anchor.row, active.row), Math.min(anchor.column, active.column)];
  const edits = block.flatMap((row, down) =>
    row.flatMap((text, right) => {
      const place = { row: top + down, column: left + right };
      const isInside = place.row < size.rows && place.column < size.columns;
      return isInside ? [editOf(table, place, text)] : [];
    }),
  );
  sheet.apply(edits);
}
