import type { Place } from './cell-moves';
import { viewOf } from './reveal';

/** Rows of cells, without group headings, which span several columns. */
export function rowsOf(region: HTMLElement): HTMLTableRowElement[] {
  const rows = region.querySelectorAll('tr');
  return [...rows].filter((row) => row.querySelector(':scope > [scope$=group]') === null);
}

export function cellOf(target: EventTarget | null): HTMLTableCellElement | null {
  return target instanceof Element
    ? target.closest<HTMLTableCellElement>('.comparison :is(td, th)')
    : null;
}

/** Returns the position of a cell; undefined for a group heading. */
export function placeOf(
  cell: HTMLTableCellElement,
  rows: HTMLTableRowElement[],
): Place | undefined {
  const row = rows.findIndex((it) => it === cell.parentElement);
  return row < 0 ? undefined : { row, column: cell.cellIndex };
}

/** Returns the first fully visible data cell, or else the first data cell. */
export function firstCell(region: HTMLElement): HTMLTableCellElement | undefined {
  const { across, down } = viewOf(region);
  const rows = rowsOf(region).filter((it) => it.parentElement?.matches('tbody'));
  const top = Math.max(down.start, 0) - 1;
  const row = rows.find((it) => it.getBoundingClientRect().top >= top) ?? rows[0];
  const cells = [...(row?.cells ?? [])].slice(1);
  return cells.find((cell) => cell.getBoundingClientRect().left >= across.start - 1) ?? cells[0];
}
