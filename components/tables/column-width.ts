import type { Fact, FactValue } from '@/lib/comparison/fact';

/** How wide the column of a fact is; undefined is the usual width. comparison.css says how wide that is. */
export type ColumnWidth = 'narrow' | 'wide' | undefined;

/** The longest texts, and the longest word of a head, that a narrow and a usual column take well. */
const NARROW = { text: 9, word: 12 };
const USUAL = { text: 44, word: 18 };

/**
 * Says from what stands in a column how wide it is to be. The browser could find out by itself, but only as the rows come in, and would
 * move what is already there.
 */
export function columnWidth({ label }: Fact, values: FactValue[]): ColumnWidth {
  const text = Math.max(...values.map(lengthOf), 0);
  const word = Math.max(...label.split(/[\s-]/).map((it) => it.length));
  if (text > USUAL.text || word > USUAL.word) return 'wide';
  return text > NARROW.text || word > NARROW.word ? undefined : 'narrow';
}

/** About how many signs a value takes in one line. */
function lengthOf(value: FactValue): number {
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
