import { z } from 'zod';
import { cellText } from './cell-texts';
import { cellFields, featureFields, gridFields } from './fields';
import { openedRecord } from './opened';
import { documentationFields, packageFields } from './package-fields';

/**
 * Edits that wait for a moderator because a new account added a link: the name of the write, and its arguments, as `held_edits` stores them.
 */

const id = z.number().int();
const opened = openedRecord;

/** Fields as forms send them, where an empty text stands for null. */
const typedIn = <Fields extends z.ZodType>(fields: Fields) =>
  z.preprocess(
    (given) =>
      typeof given === 'object' && given !== null
        ? Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value ?? '']))
        : given,
    fields,
  );

const ref = z.object({ gridId: id, featureId: id, packageId: id });

const features = z.array(typedIn(featureFields));
const parts = z.object({ packageIds: z.array(id), features });

/** All fields of a package, or its documentation alone: strict, so that it doesn't stand in for other fields that are invalid. */
const savedPackage = z.union([
  typedIn(packageFields),
  typedIn(z.strictObject(documentationFields.shape)),
]);

const heldEdit = z.discriminatedUnion('write', [
  z.object({ write: z.literal('addGrid'), wanted: gridFields, parts }),
  z.object({ write: z.literal('saveGrid'), id, wanted: gridFields, opened }),
  z.object({ write: z.literal('addFeatures'), gridId: id, wanted: features }),
  z.object({ write: z.literal('saveFeature'), id, wanted: typedIn(featureFields), opened }),
  z.object({ write: z.literal('saveCell'), ref, wanted: cellFields, opened }),
  z.object({ write: z.literal('saveCellTexts'), gridId: id, wanted: z.array(cellText) }),
  z.object({
    write: z.literal('addPackage'),
    wanted: typedIn(packageFields),
    gridId: id.optional(),
  }),
  z.object({ write: z.literal('savePackage'), id, wanted: savedPackage, opened }),
]);

/** A write that waits, with its arguments. */
export type HeldEdit = z.output<typeof heldEdit>;

/** What a write stores so that it can be made later. */
export interface HeldWrite {
  write: HeldEdit['write'];
  arguments: Record<string, unknown>;
}

/** Reads a stored write; undefined if it is not one of those of today, so that it can only be declined. */
export function readHeldEdit(stored: { write: string; arguments: unknown }): HeldEdit | undefined {
  const given = typeof stored.arguments === 'object' ? stored.arguments : {};
  return heldEdit.safeParse({ ...given, write: stored.write }).data;
}

const labels: Record<HeldEdit['write'], string> = {
  addGrid: 'Add a grid',
  saveGrid: 'Edit a grid',
  addFeatures: 'Add features',
  saveFeature: 'Edit a feature',
  saveCell: 'Edit a cell',
  saveCellTexts: 'Edit cells',
  addPackage: 'Add a package',
  savePackage: 'Edit a package',
};

/** A waiting write in words, and its fields before and after. */
export function describeHeldEdit(held: HeldEdit | undefined) {
  if (held === undefined) return { label: 'Unknown edit', fields: [] };
  if (held.write === 'saveCellTexts') {
    const cells = held.wanted.map(({ text, opened: was }) => ({
      ...{ label: 'cell', before: was, after: text },
    }));
    return { label: labels[held.write], fields: cells };
  }
  const before: Record<string, string> = 'opened' in held ? held.opened : {};
  const added = held.write === 'addGrid' ? held.parts.features : [];
  const fields = [held.wanted, added]
    .flat()
    .flatMap((it): [string, string | null][] => Object.entries(it))
    .map(([label, value]) => ({ label, before: before[label] ?? '', after: value ?? '' }))
    .filter((it) => it.before !== it.after);
  return { label: labels[held.write], fields };
}
