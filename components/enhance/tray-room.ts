/** Keeps the page as much longer as the bar is high, so that it hides nothing for good; see compare-tray.css. */
export function keepRoom(bar: HTMLElement): void {
  new ResizeObserver(() => {
    document.documentElement.style.setProperty('--tray-height', `${bar.offsetHeight}px`);
  }).observe(bar);
}
