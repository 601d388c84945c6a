import type { RecordFields } from './changed-fields';

/** Names and values of fields that hold the id of a record of each kind. */
const holders = {
  package: { names: /^((?:package|cell \d+) )(\d+)$/, value: 'replacedById' },
  category: { names: undefined, value: 'categoryId' },
};

/** The fields of a revision with another id for a package or a category, in the same order. */
export function renumberFields(
  fields: RecordFields | null,
  kind: keyof typeof holders,
  from: number,
  to: number,
): RecordFields | null {
  if (fields === null) return null;
  const { names, value: holder } = holders[kind];
  const renumbered = Object.entries(fields).map(([name, value]): [string, unknown] => {
    if (name === holder) return [name, value === from ? to : value];
    const [, start, id] = names?.exec(name) ?? [];
    return [start !== undefined && Number(id) === from ? `${start}${to}` : name, value];
  });
  return Object.fromEntries(renumbered);
}
