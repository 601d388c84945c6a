import type { Place } from './cell-moves';
import { viewOf } from './reveal';

/** The rows of cells, without the headings of groups, which span several. */
export function rowsOf(region: HTMLElement): HTMLTableRowElement[] {
  const rows = region.querySelectorAll('tr');
  return [...rows].filter((row) => row.querySelector(':scope > [scope$=group]') === null);
}

export function cellOf(target: EventTarget | null): HTMLTableCellElement | null {
  return target instanceof Element
    ? target.closest<HTMLTableCellElement>('.comparison :is(td, th)')
    : null;
}

/** Where a cell stands; undefined for the heading of a group. */
export function placeOf(
  cell: HTMLTableCellElement,
  rows: HTMLTableRowElement[],
): Place | undefined {
  const row = rows.findIndex((it) => it === cell.parentElement);
  return row < 0 ? undefined : { row, column: cell.cellIndex };
}

/** The first cell of data that can be seen whole, or else the first of all. */
export function firstCell(region: HTMLElement): HTMLTableCellElement | undefined {
  const { across, down } = viewOf(region);
  const rows = rowsOf(region).filter((it) => it.parentElement?.matches('tbody'));
  const top = Math.max(down.start, 0) - 1;
  const row = rows.find((it) => it.getBoundingClientRect().top >= top) ?? rows[0];
  const cells = [...(row?.cells ?? [])].slice(1);
  return cells.find((it) => it.getBoundingClientRect().left >= across.start - 1) ?? cells[0];
}
