import { parseTicks, type Tick } from './ticks';

const KEY = 'ticked-packages';

/** The ticks of this tab; undefined where the browser keeps nothing for this site. */
export function loadTicks(): Tick[] | undefined {
  try {
    return parseTicks(sessionStorage.getItem(KEY));
  } catch {
    return undefined;
  }
}

/** Without a store the ticks last as long as the page. */
export function saveTicks(ticks: Tick[]): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(ticks));
  } catch {
    // Storage may be full or forbidden.
  }
}
