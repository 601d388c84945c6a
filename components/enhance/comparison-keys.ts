import { placeAfter } from './cell-moves';
import { cellOf, firstCell, placeOf, rowsOf } from './comparison-cells';
import { reveal } from './reveal';
import { isTyping } from './typing';

/** Arrow keys move between the cells of a comparison, which is one tab stop. Enter follows a link, and Space selects a package. */
export function walkComparisons(): void {
  for (const region of document.querySelectorAll<HTMLElement>('.comparison')) {
    region.ariaDescription = 'Move with the arrow keys.';
    const stops = region.querySelectorAll<HTMLElement>('a[href], input, summary');
    for (const stop of stops) stop.tabIndex = -1;
  }
  document.addEventListener('keydown', (event) => {
    const { target } = event;
    const chord = chordOf(event);
    if (event.defaultPrevented || chord === undefined || isTyping(target)) return;
    if (!(target instanceof Element)) return;

    const region = target.closest<HTMLElement>('.comparison');
    if (region && walk(region, target, chord)) event.preventDefault();
  });
}

function chordOf({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string | undefined {
  if (altKey || metaKey || shiftKey) return undefined;
  return ctrlKey ? `Control+${key}` : key;
}

/** Returns true if the key was handled. */
function walk(region: HTMLElement, target: Element, chord: string): boolean {
  const cell = cellOf(target);
  if (!cell) return isEntry(chord) && enter(firstCell(region), region);
  if (chord === 'Enter') return target === cell && follow(cell);
  if (chord === ' ') return target === cell && tick(cell);
  if (chord === 'Escape') {
    region.focus({ preventScroll: true });
    return true;
  }
  const rows = rowsOf(region);
  const last = { row: rows.length - 1, column: (rows[0]?.cells.length ?? 1) - 1 };
  const from = placeOf(cell, rows);
  const place = from && placeAfter(chord, from, last);
  // At an edge an arrow scrolls the page. A smooth scroll would still be running when the next key moves the focus.
  if (place === undefined) return /Page|Home|End/.test(chord);
  return enter(rows[place.row]?.cells[place.column], region);
}

const isEntry = (chord: string) => chord === 'ArrowDown' || chord === 'ArrowRight';

function enter(cell: HTMLTableCellElement | undefined, region: HTMLElement): boolean {
  if (!cell) return false;
  cell.tabIndex = -1;
  cell.focus({ preventScroll: true });
  reveal(cell, region);
  return true;
}

function tick(cell: HTMLTableCellElement): boolean {
  const box = cell.querySelector('input');
  box?.click();
  return box !== null;
}

/** Follows the link of a cell; if there are several, focuses the first. */
function follow(cell: HTMLTableCellElement): boolean {
  const [link, ...others] = cell.querySelectorAll<HTMLAnchorElement>('a[href]');
  if (!link) return false;
  if (others.length > 0) link.focus();
  else link.click();
  return true;
}
