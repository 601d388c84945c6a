/** Spreadsheets run a text that begins so as a formula. */
const formula = /^[=+\-@\t\r]/;

/**
 * A row of CSV (RFC 4180) with its end. A text that a spreadsheet would take for a formula has an apostrophe before it, which
 * spreadsheets take for "text" (OWASP, CSV injection); plain numbers go as they are.
 */
export function csvRow(fields: string[]): string {
  return `${fields.map(csvField).join(',')}\r\n`;
}

function csvField(text: string): string {
  const isRisky = formula.test(text) && !/^-?\d+(\.\d+)?$/.test(text);
  const safe = isRisky ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
