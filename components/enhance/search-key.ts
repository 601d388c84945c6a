import { isShortcutOn } from './shortcut-setting';
import { isTyping } from './typing';

/** `/` focuses the site search, wherever it is on the page, unless turned off. */
export function focusSearchOnSlash(): void {
  document.addEventListener('keydown', (event) => {
    const isChord = event.ctrlKey || event.altKey || event.metaKey;
    if (event.key !== '/' || isChord || event.defaultPrevented || isTyping(event.target)) return;
    if (!isShortcutOn()) return;

    const fields = document.querySelectorAll<HTMLInputElement>('[role=search] input[type=search]');
    const shown = [...fields].find((it) => it.offsetParent !== null);
    if (!shown) return;
    event.preventDefault();
    shown.focus();
    shown.select();
  });
}
