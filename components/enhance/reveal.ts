/** A range on one axis, in viewport pixels. */
interface Span {
  start: number;
  end: number;
}

/** Returns how far to scroll to bring a part into view; if it is larger than the view, to bring its start into view. */
export function distanceInto(view: Span, part: Span): number {
  const isLarger = part.end - part.start > view.end - view.start;
  if (isLarger || part.start < view.start) return part.start - view.start;
  return Math.max(0, part.end - view.end);
}

/** The visible area of a comparison that its sticky headings don't cover. */
export function viewOf(region: HTMLElement): { across: Span; down: Span } {
  const box = region.getBoundingClientRect();
  const corner = region.querySelector('thead tr:last-child > :first-child');
  const heads = corner?.getBoundingClientRect() ?? { right: box.left, bottom: box.top };
  // The heading of a group of rows sticks below the head.
  const group = region.querySelector<HTMLElement>('th[scope=rowgroup]')?.offsetHeight ?? 0;
  const left = box.left + region.clientLeft;
  const top = box.top + region.clientTop;
  return {
    across: { start: heads.right, end: left + region.clientWidth },
    down: { start: heads.bottom + group, end: top + region.clientHeight },
  };
}

/** Scrolls until the whole cell is visible, in the comparison and in the window. */
export function reveal(cell: HTMLTableCellElement, region: HTMLElement): void {
  const isBeside = cell.cellIndex > 0;
  const isBelow = cell.closest('thead') === null;
  const hiddenHeight = () => (isBelow ? distanceInto(viewOf(region).down, verticalSpan(cell)) : 0);
  const { left: start, right: end } = cell.getBoundingClientRect();
  const left = isBeside ? distanceInto(viewOf(region).across, { start, end }) : 0;

  region.scrollBy({ left, top: hiddenHeight(), behavior: 'instant' });
  // The two-package view on phones is not a scroll container: its headings stick to the window.
  window.scrollBy({ top: hiddenHeight(), behavior: 'instant' });
  window.scrollBy({ top: distanceInto(windowView(), verticalSpan(cell)), behavior: 'instant' });
}

function verticalSpan(cell: HTMLTableCellElement): Span {
  const { top, bottom } = cell.getBoundingClientRect();
  return { start: top, end: bottom };
}

/** The window without its scroll padding. */
function windowView(): Span {
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
  return {
    start: Number.parseFloat(scrollPaddingTop) || 0,
    end: window.innerHeight - (Number.parseFloat(scrollPaddingBottom) || 0),
  };
}
