/** Keeps the page as much longer as the bar is high, so that it hides nothing for good. */
export function keepRoom(bar: HTMLElement): void {
  const { style } = document.documentElement;
  // The bar takes the place of the buttons of lists, which keep to the edge of the window without it.
  style.setProperty('--edge-of-ticks', 'auto');
  new ResizeObserver(() => {
    const height = bar.offsetHeight;
    style.setProperty('--tray-height', `${height}px`);
    style.scrollPaddingBottom = height > 0 ? `calc(${height}px + 1rem)` : '';
  }).observe(bar);
}
