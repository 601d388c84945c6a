/** Marks a file as UTF-8 for spreadsheets; without it they read `Größe` as `GrÃ¶ÃŸe`. */
export const BYTE_ORDER_MARK = '\ufeff';

/**
 * Matches the start of a text that a spreadsheet runs as a formula. Excel treats the full-width signs of East Asian keyboards as their
 * ASCII forms, and spreadsheets skip whitespace and invisible characters.
 */
const formula = /^(?:[\t\r\n]|[\s\p{C}]*[=+\-@＝＋－＠])/u;

/** Marks in feature tables (`+`, `++`, `-`) and numbers (`-1`, `+5`, `+1.5 %`) are safe. */
const harmless = /^(?:\++|-+|[+-]?\d+(?:[.,]\d+)*\s?%?)$/;

/**
 * A CSV row (RFC 4180) with its line ending. A text that a spreadsheet would run as a formula is prefixed with an apostrophe, which
 * makes it text (OWASP, CSV injection).
 */
export function csvRow(fields: string[]): string {
  return `${fields.map(csvField).join(',')}\r\n`;
}

function csvField(text: string): string {
  const safe = formula.test(text) && !harmless.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
