/** A cell of a table of cells, counted from 0. */
export interface Place {
  row: number;
  column: number;
}

/** The rows and columns of a table of cells. */
export interface Size {
  rows: number;
  columns: number;
}

const within = (value: number, count: number) => Math.min(Math.max(value, 0), count - 1);

/** A page of rows, for Page Up and Page Down. */
const PAGE_ROWS = 10;

/** Where the keys that move about lead from a place, as in the ARIA pattern of grids; with Control, to the edge of the table. */
const moves: Record<string, (at: Place, size: Size, isFar: boolean) => Place> = {
  ArrowUp: (at, _, isFar) => ({ ...at, row: isFar ? 0 : at.row - 1 }),
  ArrowDown: (at, { rows }, isFar) => ({ ...at, row: isFar ? rows : at.row + 1 }),
  ArrowLeft: (at, _, isFar) => ({ ...at, column: isFar ? 0 : at.column - 1 }),
  ArrowRight: (at, { columns }, isFar) => ({ ...at, column: isFar ? columns : at.column + 1 }),
  Home: (at, _, isFar) => ({ row: isFar ? 0 : at.row, column: 0 }),
  End: (at, { rows, columns }, isFar) => ({ row: isFar ? rows : at.row, column: columns }),
  PageUp: (at) => ({ ...at, row: at.row - PAGE_ROWS }),
  PageDown: (at) => ({ ...at, row: at.row + PAGE_ROWS }),
};

/** The place that a key leads to; undefined if it isn't one that moves. */
export function moved(key: string, at: Place, size: Size, isFar: boolean): Place | undefined {
  const to = Object.hasOwn(moves, key) ? moves[key]?.(at, size, isFar) : undefined;
  return to && { row: within(to.row, size.rows), column: within(to.column, size.columns) };
}

/** The next cell below, or the first one of the next column; at the end of the table, the same cell. */
export function below({ row, column }: Place, { rows, columns }: Size): Place {
  if (row + 1 < rows) return { row: row + 1, column };
  return column + 1 < columns ? { row: 0, column: column + 1 } : { row, column };
}

/** The next cell to the right (1) or to the left (-1), going on in the next row; at the end of the table, the same cell. */
export function beside({ row, column }: Place, { rows, columns }: Size, step: 1 | -1): Place {
  const index = within(row * columns + column + step, rows * columns);
  return { row: Math.floor(index / columns), column: index % columns };
}

/** The places from one corner to the other, row by row. */
export function placesBetween(one: Place, other: Place): Place[][] {
  const [top, bottom] = [Math.min(one.row, other.row), Math.max(one.row, other.row)];
  const [left, right] = [Math.min(one.column, other.column), Math.max(one.column, other.column)];
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (__, column) => ({
      row: top + row,
      column: left + column,
    })),
  );
}

/** A block of cells as spreadsheets copy it: tabs between cells, line breaks between rows; cells that contain either are in quotation marks. */
export function writeBlock(rows: string[][]): string {
  const write = (text: string) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(write).join('\t')).join('\n');
}

/** Reads a block of cells that was copied from a spreadsheet; the reverse of `writeBlock`. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  // A cell in quotation marks, or one without, and what ends it.
  for (const [, quoted, plain = '', end] of text
    .replaceAll(/\r\n?/g, '\n')
    .matchAll(/(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))(\t|\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\n') rows.push([]);
    if (end === '') break;
  }
  // Spreadsheets end the last row with a line break too.
  const last = rows.at(-1);
  if (rows.length > 1 && last?.length === 1 && last[0] === '') rows.pop();
  return rows;
}
