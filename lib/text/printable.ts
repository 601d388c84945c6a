/**
 * Invisible characters that change how the text around them is displayed: control characters except tab and line breaks, and
 * bidirectional marks, overrides and isolates. A name such as `exe<U+202E>gpj` looks like a different one.
 */
export const UNPRINTABLE =
  '\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';

const unprintable = new RegExp(`[${UNPRINTABLE}]`, 'g');

/** Removes characters that hide or reorder others, so that untrusted text can be displayed. */
export function printable(text: string): string {
  return text.replace(unprintable, '');
}

/** Replaces these characters with JSON escapes (`\u202e`), so that displayed JSON still shows everything it contains. */
export function escapeUnprintable(json: string): string {
  return json.replace(
    unprintable,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const rightToLeft =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Whether a text contains letters of a right-to-left script, such as Hebrew or Arabic. */
export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}
