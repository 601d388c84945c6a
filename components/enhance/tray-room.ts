/**
 * Extends the page by the height of the bar, so that the bar never hides content for good. Styles are set directly on the elements: a
 * variable on the root would recalculate the style of every cell in a large table.
 */
export function keepRoom(bar: HTMLElement): void {
  // The bar replaces the sticky buttons of lists.
  for (const buttons of document.querySelectorAll<HTMLElement>('[data-ticks] > p')) {
    buttons.style.setProperty('--edge-of-ticks', 'auto');
  }
  let known = 0;
  new ResizeObserver(() => {
    const height = bar.offsetHeight;
    if (height === known) return;
    known = height;
    document.body.style.paddingBottom = height > 0 ? `${height}px` : '';
    document.documentElement.style.scrollPaddingBottom =
      height > 0 ? `calc(${height}px + 1rem)` : '';
  }).observe(bar);
}
