import { z } from 'zod';
import { line, required, typed } from './fields';

/** Maximum number of lists of an account, and of packages in a list. */
export const MOST_LISTS = 100;
export const MOST_LISTED = 100;

/** What people enter for a list of packages. */
export const listFields = z.object({
  title: required(100),
  description: typed(1000),
  visibility: z.enum(['public', 'private'], 'must be one of the options').default('public'),
});

export type ListFields = z.output<typeof listFields>;

/** Why a package is in a list. */
export const listNote = line(200);

/** What its form says about a package of a list; `position` counts from 1. */
export interface ListEntry {
  packageId: number;
  position: number;
  note: string;
  isRemoved: boolean;
}

/** The names of the fields of a package in the form of its list. */
export const entryNames = (packageId: number) => ({
  position: `position-${packageId}`,
  note: `note-${packageId}`,
  removal: `remove-${packageId}`,
});

const position = z.coerce
  .number('must be a number')
  .int('must be a whole number')
  .min(1, 'must be at least 1')
  .max(9999, 'must be at most 9999');

/**
 * Reads the fields of `entryNames` from a form: an entry for each package that has a position. Other fields are ignored. Errors have the
 * name of their field as path.
 */
export const listEntries = z.record(z.string(), z.string()).transform((values, context) => {
  const parse = <Output>(name: string, schema: z.ZodType<Output>, fallback: Output): Output => {
    const parsed = schema.safeParse(values[name] ?? '');
    if (parsed.success) return parsed.data;
    context.addIssue({
      code: 'custom',
      path: [name],
      message: parsed.error.issues[0]?.message ?? 'is invalid',
    });
    return fallback;
  };
  return Object.keys(values).flatMap((name): ListEntry[] => {
    const packageId = Number(/^position-(\d{1,15})$/.exec(name)?.[1]);
    if (Number.isNaN(packageId)) return [];
    const names = entryNames(packageId);
    return [
      {
        packageId,
        position: parse(names.position, position, 1),
        note: parse(names.note, listNote, ''),
        isRemoved: values[names.removal] === 'yes',
      },
    ];
  });
});

/**
 * The order of a list after its form was submitted: the packages in the order of the form, each with its new position. One that moved up
 * comes before those that had its position, and one that moved down after them. `before` are the ids in the present order.
 */
export function reordered(before: number[], entries: ListEntry[]): number[] {
  const wanted = new Map(entries.map((it) => [it.packageId, it.position]));
  const keyOf = (id: number, index: number) => {
    const present = index + 1;
    const next = wanted.get(id) ?? present;
    return next + Math.sign(next - present) / 2;
  };
  return before
    .map((id, index) => ({ id, key: keyOf(id, index) }))
    .sort((a, b) => a.key - b.key)
    .map(({ id }) => id);
}
