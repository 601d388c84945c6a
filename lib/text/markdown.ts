import { printable } from './printable';

/** Characters that can start markup within a line of GitHub Flavored Markdown, including tables and formulas. */
const markupSigns = /[\\`*_~$[\]<>|#]/g;

/** Zero-width space; stops GitHub from linking names and issues, which it detects after removing backslashes. */
const ZERO_WIDTH = '&#8203;';

/**
 * Escapes a text as one line of Markdown that displays literally: no markup or entities take effect, and GitHub neither notifies `@name`
 * nor links `#1` or `GH-1`.
 */
export function markdownText(text: string): string {
  return printable(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replaceAll('&', '&amp;')
    .replace(markupSigns, '\\$&')
    .replace(/#(?=\d)/g, `#${ZERO_WIDTH}`)
    .replace(/@(?=\w)/g, `@${ZERO_WIDTH}`)
    .replace(/\b(GH-)(?=\d)/gi, `$1${ZERO_WIDTH}`);
}
