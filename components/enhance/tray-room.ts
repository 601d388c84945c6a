/**
 * Keeps the page as much longer as the bar is high, so that it hides nothing for good. All styles are set where they count: a variable of
 * the root would have the styles of every cell of a large table counted anew.
 */
export function keepRoom(bar: HTMLElement): void {
  // The bar takes the place of the buttons of lists, which keep to the edge of the window without it.
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
