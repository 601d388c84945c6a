/** The fields of a record by name, as a revision stores them. */
export type RecordFields = Record<string, unknown>;

export interface ChangedFields {
  /** Null if the record did not exist. */
  before: RecordFields | null;
  after: RecordFields | null;
}

/**
 * The fields in which two states of a record differ, undefined if there are none. A field that only one state has is only in that one. If
 * the record didn't exist before or doesn't exist afterwards, all its fields are included.
 */
export function changedFields(
  before: RecordFields | undefined,
  after: RecordFields | undefined,
): ChangedFields | undefined {
  if (before === undefined || after === undefined) {
    return before === after ? undefined : { before: before ?? null, after: after ?? null };
  }
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter((name) => !isEqual(before[name], after[name]));
  if (changed.length === 0) return undefined;
  return { before: pick(before, changed), after: pick(after, changed) };
}

/** Compares JSON values. Both states are read by the same code, so objects have their keys in the same order. */
const isEqual = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);

const pick = (fields: RecordFields, names: string[]): RecordFields =>
  Object.fromEntries(names.filter((name) => name in fields).map((name) => [name, fields[name]]));
