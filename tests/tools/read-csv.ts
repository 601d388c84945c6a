/**
 * Parses CSV strictly by RFC 4180, and throws for anything else: each row ends in CRLF, including the last, all rows are as long as the
 * first, and quotes only enclose a field or are doubled within one.
 */
export function readCsv(text: string): string[][] {
  if (!text.endsWith('\r\n')) throw new Error('The last row has no end.');
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  const rows: string[][] = [];
  let row: string[] = [];
  while (field.lastIndex < text.length) {
    const start = field.lastIndex;
    const found = field.exec(text);
    if (!found)
      throw new Error(`No field begins with ${JSON.stringify(text.slice(start, start + 40))}.`);
    const [, quoted, plain = '', end] = found;
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  const uneven = rows.findIndex(({ length }) => length !== rows[0]?.length);
  if (uneven >= 0) throw new Error(`Row ${uneven + 1} is not as long as the first.`);
  return rows;
}
