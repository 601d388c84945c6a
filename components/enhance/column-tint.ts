import { cellOf } from './comparison-cells';

/** Heading of the currently tinted column. */
let tinted: HTMLTableCellElement | undefined;

/** Tints the column under the pointer or focus; styled by column-tint.css. */
export function tintColumns(): void {
  document.addEventListener('pointerover', ({ target }) => {
    tint(cellOf(target) ?? cellOf(document.activeElement));
  });
  document.addEventListener('focusin', ({ target }) => {
    tint(cellOf(target));
  });
}

function tint(cell: HTMLTableCellElement | null): void {
  const head = cell ? headOf(cell) : undefined;
  if (head === tinted) return;
  const before = tinted?.closest('table');
  const table = head?.closest('table');
  if (head && table) {
    table.style.backgroundPosition = `${head.offsetLeft}px 0`;
    table.style.backgroundSize = `${head.offsetWidth}px 100%`;
  }
  if (table !== before) before?.removeAttribute('data-tinted');
  table?.setAttribute('data-tinted', '');
  tinted?.removeAttribute('data-tinted');
  head?.setAttribute('data-tinted', '');
  tinted = head;
}

/** Returns the heading above a cell; undefined for row and group headings, which belong to no column. */
function headOf(cell: HTMLTableCellElement): HTMLTableCellElement | undefined {
  if (cell.cellIndex === 0 || cell.matches('[scope$=group]')) return undefined;
  const heads = [...(cell.closest('table')?.tHead?.rows ?? [])].at(-1);
  return heads?.cells[cell.cellIndex];
}
