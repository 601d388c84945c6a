const KEY = 'search-shortcut';

/** Whether shortcuts of a single letter work. They can be turned off by people who use speech input or may hit keys by accident (WCAG 2.1.4). */
export function isShortcutOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

/** Turns these shortcuts on or off in this browser. */
export function turnShortcuts(state: 'on' | 'off'): void {
  try {
    localStorage.setItem(KEY, state);
  } catch {
    // Storage may be full or disabled.
  }
}
