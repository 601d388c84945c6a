import { joinRanges } from '@/lib/package/version-ranges';
import { longestWord } from '@/lib/comparison/layout';
import type { CellValue, MetricValue } from '@/lib/comparison/metric';
import type { ComparedRow } from '@/lib/comparison/row';
import { readCell } from '@/lib/comparison/cell';
import { ownYear } from '@/lib/comparison/shared-month';
import { shortText } from '@/lib/comparison/short-text';
import type { Clock } from '@/lib/time';

/** Widths of columns in quarters of a rem, for the classes `w18` to `w56` in comparison.css. */
const widths = [18, 22, 26, 30, 38, 46, 56] as const;

export type ColumnWidth = (typeof widths)[number];

interface WidthOptions {
  hasEvidence: boolean;
  clock: Clock;
}

/** Approximate widths in pixels: a letter of a cell, of a heading and of a version, and the padding of a cell. */
const LETTER = 7.8;
const HEAD_LETTER = 7.4;
const VERSION_LETTER = 8.2;
const PADDING = 18;

const MARK = 18;
/** The words ` in 2022`. */
const YEAR = 54;
const SPARKLINE = 68;
/** Longer texts wrap to two lines of this many letters, and are truncated after that. */
const LINE = 24;
const SHORT = 16;

/** Pixels of a quarter rem. */
const UNIT = 4;

/**
 * Computes the width of a column from its heading and content. The browser could do this itself, but only as rows arrive, which shifts the
 * layout.
 */
export function columnWidth(
  { metric, values, notes, month }: Pick<ComparedRow, 'metric' | 'values' | 'notes' | 'month'>,
  options: WidthOptions,
): ColumnWidth {
  const words = Math.max(longestWord(metric.label), month?.length ?? 0);
  const head = words * HEAD_LETTER + (metric.grids ? 60 : 0);
  const widthWithYear = (value: MetricValue) =>
    widthOf(value, options) + (ownYear(value, month, options.clock) === undefined ? 0 : YEAR);
  const widthsOfNotes = notes.flat().map((note: CellValue) => widthOfText(note.value ?? ''));
  const most = Math.max(head, ...values.map(widthWithYear), ...widthsOfNotes) + PADDING;
  return widths.find((width) => width * UNIT >= most) ?? 56;
}

/** Width of a value in pixels. */
function widthOf(value: MetricValue, { clock, hasEvidence }: WidthOptions): number {
  if (value.value === null) return MARK;
  const text = shortText(value, clock);
  switch (value.kind) {
    case 'cell':
      if (value.answers) return LINE * LETTER;
      return widthOfCell(value.value, hasEvidence ? value.evidence?.text : undefined);
    case 'words':
      return widthOfText(value.value);
    case 'link':
      return widthOfText('Docs');
    case 'list':
      return widthOfText(joinRanges(value.value).join(', ') || 'none declared');
    case 'status':
      return widthOfText('Production/Stable');
    case 'weeks':
      return text.length * LETTER + SPARKLINE;
    case 'age':
      return (
        (text.length + 1) * LETTER + (value.note ? (value.note.length + 1) * VERSION_LETTER : 0)
      );
    default:
      // Including the dot of a best value.
      return (text.length + 2) * LETTER;
  }
}

function widthOfCell(source: string, evidence: string | undefined): number {
  const { mark, strength, text } = readCell(source);
  const marks = mark === undefined ? 0 : MARK * strength;
  return Math.max(marks + widthOfText(text), evidence === undefined ? 0 : widthOfText(evidence));
}

/** Width of a text: on one line up to its limit, else on two. */
function widthOfText(text: string): number {
  if (text === '') return 0;
  const half = Math.ceil(Math.min(text.length, 2 * LINE) / 2) + 2;
  const letters = text.length <= SHORT ? text.length : Math.max(half, longestWord(text));
  return Math.min(letters, LINE) * LETTER;
}
