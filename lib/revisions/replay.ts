import type { RecordFields } from './changed-fields';

/** What a revision did to a record: the fields that changed; null if the record did not exist before or after. */
export interface Step {
  before: RecordFields | null;
  after: RecordFields | null;
}

/** A record after these revisions, oldest first, from its state before them; undefined if it doesn't exist. */
export function replay(state: RecordFields | undefined, steps: Step[]): RecordFields | undefined {
  return steps.reduce((present, { before, after }) => exchange(present, before, after), state);
}

/** A record before these revisions, oldest first, from its state after them; undefined if it didn't exist. */
export function rewind(state: RecordFields | undefined, steps: Step[]): RecordFields | undefined {
  return steps.reduceRight((later, { before, after }) => exchange(later, after, before), state);
}

/** Replaces the fields of one side of a revision by those of the other. New fields come last. */
function exchange(
  state: RecordFields | undefined,
  from: RecordFields | null,
  to: RecordFields | null,
): RecordFields | undefined {
  if (to === null) return undefined;
  const kept = Object.entries(state ?? {}).filter(
    ([name]) => from === null || !(name in from) || name in to,
  );
  return { ...Object.fromEntries(kept), ...to };
}
