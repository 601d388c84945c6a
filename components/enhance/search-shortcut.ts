import { make } from './make';

const KEY = 'search-shortcut';

/** Whether `/` focuses the search. Can be turned off by people who use speech input or may hit keys by accident (WCAG 2.1.4). */
export function isShortcutOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

/** The checkbox in the footer that turns the shortcut on and off; saved in this browser. */
export class SearchShortcut extends HTMLElement {
  connectedCallback(): void {
    const box = make('input', { type: 'checkbox' });
    const show = () => {
      box.checked = isShortcutOn();
    };
    show();
    box.addEventListener('change', () => {
      try {
        localStorage.setItem(KEY, box.checked ? 'on' : 'off');
      } catch {
        // Storage may be full or disabled.
      }
    });
    // Going back may restore this page from before the setting was changed on another.
    window.addEventListener('pageshow', show);
    this.replaceChildren(make('label', {}, box, ' Press / to search'));
  }
}
