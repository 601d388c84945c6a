import type { Alternatives } from './match';
import { splitIntoUnits, tokensOf, unitsOf } from './tokens';

export interface TextPart {
  text: string;
  isMarked: boolean;
}

/**
 * Splits a text into parts that match a search, in any of its alternatives, and the parts between. The words of a phrase are marked only
 * if they all follow one another.
 */
export function markWords(text: string, groups: Alternatives[]): TextPart[] {
  const pieces = splitIntoUnits(text);
  const marked = findSequences(pieces, groups.flat());
  const parts: TextPart[] = [];
  for (const [place, piece] of pieces.entries()) {
    const isMarked = marked.has(place);
    const last = parts.at(-1);
    if (last?.isMarked === isMarked) last.text += piece;
    else parts.push({ text: piece, isMarked });
  }
  return parts;
}

/** Whether a text has words of a search, in any of its alternatives. */
export const hasMarks = (text: string, groups: Alternatives[]): boolean =>
  findSequences(splitIntoUnits(text), groups.flat()).size > 0;

/** A phrase doesn't match across the end of a sentence: `a sign. In time` is not `sign in`. */
const sentenceEnd = /[.;:!?]\s/;

/** Indexes of all pieces from the first to the last unit of each occurrence of a sequence. */
function findSequences(pieces: string[], sequences: string[][]): Set<number> {
  const units = pieces.flatMap((piece, place) =>
    tokensOf(piece)
      .flatMap(unitsOf)
      .map((unit) => ({ unit, place })),
  );
  const wanted = sequences.map((sequence) => sequence.flatMap(unitsOf));
  const found = new Set<number>();
  for (const [start, { place: from }] of units.entries()) {
    for (const sequence of wanted) {
      const to = units[start + sequence.length - 1]?.place;
      const isHere = sequence.every((unit, index) => units[start + index]?.unit === unit);
      if (to === undefined || !isHere) continue;
      if (pieces.slice(from, to).some((piece) => sentenceEnd.test(piece))) continue;
      for (let place = from; place <= to; place += 1) found.add(place);
    }
  }
  return found;
}
