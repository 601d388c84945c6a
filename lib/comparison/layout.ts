import type { ComparedPackage } from './compared-package';

/** Up to this many packages, columns don't need the full width of the page. */
export const FEW_COLUMNS = 4;

/** Approximate width of a letter of a package name, in pixels. */
const LETTER = 8.7;

/** Widths of a comparison with packages as columns, in pixels: the row headings, a column at least, and its padding. */
const HEAD = 176;
const LEAST = 128;
const PADDING = 24;

/** Width of a comparison in a window of 1,440 pixels, the most common width of desktops. */
const MOST = 1377;

/** Width of a comparison with packages as columns in which no name is broken, in pixels. */
export function widthAcross(packages: ComparedPackage[]): number {
  const widest = Math.max(...packages.map(({ title }) => longestWord(title)));
  return HEAD + packages.length * Math.max(LEAST, widest * LETTER + PADDING);
}

/** Whether packages fit as columns: the table is no wider than a desktop window. */
export const fitsAcross = (packages: ComparedPackage[]): boolean => widthAcross(packages) <= MOST;

/** Window widths in pixels for which comparison-widths.css has rules, and the margins and scroll bar beside a table. */
const windows = [480, 768, 1024, 1280, 1440, 1680, 1920, 2560];
const MARGINS = 63;

/** The narrowest of these windows that a table fits in without a scroll box; undefined if it fits in none. */
export const windowFor = (width: number): number | undefined =>
  windows.find((it) => it >= width + MARGINS);

/** Length of the longest part of a text that doesn't wrap. */
export const longestWord = (text: string): number =>
  Math.max(...wordsOf(text).map((word) => word.length));

/** The parts of a text between which a line can break. */
const wordsOf = (text: string) => text.split(/\s+|(?<=-)/);

/** Letters of a name that fit on a line of a column, of few columns and of many. */
const [WIDE_LINE, NARROW_LINE] = [16, 10];
const MOST_LINES = 4;

/** Number of lines, at most four, that a package name takes as the heading of one of `columns` columns. */
export function nameLines({ title }: Pick<ComparedPackage, 'title'>, columns: number): number {
  const room = columns <= FEW_COLUMNS ? WIDE_LINE : NARROW_LINE;
  let [lines, used] = [1, 0];
  for (const word of wordsOf(title)) {
    if (used > 0 && used + word.length > room) {
      lines += 1;
      used = 0;
    }
    used += word.length + 1;
  }
  return Math.min(lines, MOST_LINES);
}
