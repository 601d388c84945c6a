import { parseTicks, type Tick } from './ticks';

const KEY = 'ticked-packages';

/** Loads this tab's selection; undefined if storage is unavailable. */
export function loadTicks(): Tick[] | undefined {
  try {
    return parseTicks(sessionStorage.getItem(KEY));
  } catch {
    return undefined;
  }
}

/** Without storage, the selection lasts as long as the page. */
export function saveTicks(ticks: Tick[]): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(ticks));
  } catch {
    // Storage may be full or disabled.
  }
}
