import { make } from './make';
import { isShortcutOn, turnShortcuts } from './shortcut-setting';

/** The checkbox in the footer that turns the shortcut on and off; saved in this browser. */
export class SearchShortcut extends HTMLElement {
  connectedCallback(): void {
    const box = make('input', { type: 'checkbox' });
    const show = () => {
      box.checked = isShortcutOn();
    };
    show();
    box.addEventListener('change', () => {
      turnShortcuts(box.checked ? 'on' : 'off');
    });
    // Going back may restore this page from before the setting was changed on another.
    window.addEventListener('pageshow', show);
    this.replaceChildren(make('label', {}, box, ' Press / to search'));
  }
}
