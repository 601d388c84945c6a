/** A stretch of one axis, in pixels of the window. */
interface Span {
  start: number;
  end: number;
}

/** How far to scroll so that a part lies within the view; where it is larger than that, its start does. */
export function distanceInto(view: Span, part: Span): number {
  const isLarger = part.end - part.start > view.end - view.start;
  if (isLarger || part.start < view.start) return part.start - view.start;
  return Math.max(0, part.end - view.end);
}

/** The part of a comparison that its heads, which stay where they are, leave to its cells. */
export function viewOf(region: HTMLElement): { across: Span; down: Span } {
  const box = region.getBoundingClientRect();
  const corner = region.querySelector('thead tr:last-child > :first-child');
  const heads = corner?.getBoundingClientRect() ?? { right: box.left, bottom: box.top };
  const left = box.left + region.clientLeft;
  const top = box.top + region.clientTop;
  return {
    across: { start: heads.right, end: left + region.clientWidth },
    down: { start: heads.bottom, end: top + region.clientHeight },
  };
}

/** Scrolls until the whole cell can be seen, in the comparison and in the window. */
export function reveal(cell: HTMLTableCellElement, region: HTMLElement): void {
  const isBeside = cell.cellIndex > 0;
  const isBelow = cell.closest('thead') === null;
  const hiddenDown = () => (isBelow ? distanceInto(viewOf(region).down, spanDown(cell)) : 0);
  const { left: start, right: end } = cell.getBoundingClientRect();
  const left = isBeside ? distanceInto(viewOf(region).across, { start, end }) : 0;

  region.scrollBy({ left, top: hiddenDown(), behavior: 'instant' });
  // Two packages on a phone are no region that scrolls: there the heads stay at the edge of the window.
  window.scrollBy({ top: hiddenDown(), behavior: 'instant' });
  window.scrollBy({ top: distanceInto(windowView(), spanDown(cell)), behavior: 'instant' });
}

function spanDown(cell: HTMLTableCellElement): Span {
  const { top, bottom } = cell.getBoundingClientRect();
  return { start: top, end: bottom };
}

/** The window without the room that the page keeps free at its edges. */
function windowView(): Span {
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
  return {
    start: Number.parseFloat(scrollPaddingTop) || 0,
    end: window.innerHeight - (Number.parseFloat(scrollPaddingBottom) || 0),
  };
}
