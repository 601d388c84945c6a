import type { CellFields } from './fields';

/** Longest note of a cell, in characters, as in lib/edits/fields.ts. */
const LONGEST_NOTE = 1000;

/**
 * The cell that two become when their features are merged: the one that stays, with what the other says beyond it in its note, so that
 * nothing is lost. `origin` says in the note where it was.
 */
export function mergedCell(
  kept: CellFields | undefined,
  merged: CellFields,
  origin: string,
): CellFields {
  if (!kept) return merged;
  const isSame = kept.text.trim().toLowerCase() === merged.text.trim().toLowerCase();
  const text = isSame ? '' : `${origin}: ${merged.text}`;
  const notes = [kept.comment, text, merged.comment].filter((it) => it !== '');
  return {
    text: kept.text,
    evidence: kept.evidence === '' && isSame ? merged.evidence : kept.evidence,
    comment: [...new Set(notes)].join('\n').slice(0, LONGEST_NOTE),
  };
}
