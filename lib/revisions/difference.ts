import type { RecordFields } from './changed-fields';

/** A field of a revision before and after; undefined where the record had no such field. */
export interface FieldChange {
  name: string;
  before: unknown;
  after: unknown;
}

/** The fields of a revision that changed, in the order of the record. */
export function fieldChanges(
  before: RecordFields | null,
  after: RecordFields | null,
): FieldChange[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names.map((name) => ({ name, before: before?.[name], after: after?.[name] }));
}

/** The names of fields that are no longer as a revision left them. */
export function changedSince(
  after: RecordFields | null,
  now: RecordFields | undefined,
  names: string[],
): string[] {
  return names.filter((name) => JSON.stringify(after?.[name]) !== JSON.stringify(now?.[name]));
}
