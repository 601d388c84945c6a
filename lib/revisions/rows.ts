import { z } from 'zod';

/** The fields of records as revisions store them (db/queries/record-fields.ts). */

const text = z.string();
const textOrNull = z.string().nullable();
const numberOrNull = z.number().nullable();

export const gridRow = z
  .object({
    slug: text,
    title: text,
    description: text,
    isLocked: z.boolean(),
    isHeader: z.boolean(),
  })
  .partial();

export const featureRow = z.object({
  title: text,
  description: text,
  metric: textOrNull.default(null),
});

/** The position of a feature among those of its grid; 0 if their order was never changed. */
export const positionRow = z.number().default(0);

export const cellRow = z.object({ text, evidence: text, comment: text.default('') });

export const packageRow = z
  .object({
    slug: text,
    title: text,
    categoryId: z.number(),
    repoDescription: text,
    repoUrl: textOrNull,
    pypiName: textOrNull,
    pypiUrl: text,
    documentationUrl: textOrNull,
    isDeprecated: z.boolean(),
    deprecatedAt: numberOrNull,
    statusSource: textOrNull,
    replacedById: numberOrNull,
    replacementUrl: textOrNull,
    isArchived: z.boolean(),
    archivedAt: numberOrNull,
    isLocked: z.boolean(),
  })
  .partial();

export const exampleRows = z.array(
  z.object({
    id: z.number(),
    title: text,
    url: text,
    isActive: z.boolean().nullable(),
  }),
);

/** A part of a grid that a field is about: `package 5`, `feature 7`, `position 7`, `cell 7 5`. */
export type GridPart =
  | { kind: 'package'; packageId: number }
  | { kind: 'feature'; featureId: number }
  | { kind: 'position'; featureId: number }
  | { kind: 'cell'; featureId: number; packageId: number };

/** Reads the name of a field of a grid; undefined if it is a field of the grid itself, such as `title`. */
export function partOf(name: string): GridPart | undefined {
  const [kind, first, second] = name.split(' ');
  const [one, two] = [Number(first), Number(second)];
  if (kind === 'package' && first !== undefined) return { kind, packageId: one };
  if ((kind === 'feature' || kind === 'position') && first !== undefined) {
    return { kind, featureId: one };
  }
  if (kind === 'cell' && second !== undefined) return { kind, featureId: one, packageId: two };
  return undefined;
}
