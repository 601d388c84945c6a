import type { Metric, MetricValue } from '@/lib/comparison/metric';

/** Width of a metric's column; undefined is the default. The widths themselves are in comparison.css. */
export type ColumnWidth = 'narrow' | 'wide' | undefined;

/** Longest text, and longest word of a heading, in characters, that fit a narrow and a default column. */
const NARROW = { text: 9, word: 12 };
const USUAL = { text: 44, word: 18 };

/** Computes the width of a column from its content. The browser could do this itself, but only as rows arrive, which shifts the layout. */
export function columnWidth({ label }: Metric, values: MetricValue[]): ColumnWidth {
  const text = Math.max(...values.map(lengthOf), 0);
  const word = Math.max(...label.split(/[\s-]/).map((it) => it.length));
  if (text > USUAL.text || word > USUAL.word) return 'wide';
  return text > NARROW.text || word > NARROW.word ? undefined : 'narrow';
}

/** Approximate length of a value on one line, in characters. */
function lengthOf(value: MetricValue): number {
  if (value.value === null) return 0;
  switch (value.kind) {
    case 'count':
    case 'rank':
      return NARROW.text;
    case 'cell':
      return Math.max(value.value.length, value.evidence === undefined ? 0 : NARROW.text + 1);
    case 'words':
      return value.value.length;
    case 'list':
      return value.value.join(', ').length;
    default:
      return USUAL.text;
  }
}
