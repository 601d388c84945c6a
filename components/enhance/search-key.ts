import { isTyping } from './typing';

/** `/` leads to the search of the site, wherever the page has it. */
export function focusSearchOnSlash(): void {
  document.addEventListener('keydown', (event) => {
    const isChord = event.ctrlKey || event.altKey || event.metaKey;
    if (event.key !== '/' || isChord || event.defaultPrevented || isTyping(event.target)) return;

    const fields = document.querySelectorAll<HTMLInputElement>('[role=search] input[type=search]');
    const shown = [...fields].find((it) => it.offsetParent !== null);
    if (!shown) return;
    event.preventDefault();
    shown.focus();
    shown.select();
  });
}
