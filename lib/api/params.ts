import { z } from 'zod';

/** Digits alone are an id, anything else a slug. A dot would begin the name of a format, and there is none yet. */
export const lookupParams = z
  .object({ lookup: z.string().regex(/^[^/.]+$/) })
  .transform(({ lookup }) => (isId(lookup) ? { id: Number(lookup) } : { slug: lookup }));

/** An id too large for a number to hold becomes one that no record has. */
export const idParams = z.object({ id: z.string().refine(isId).transform(Number) });

/** A resource without parts in its path. */
export const noParams = z.unknown();

function isId(text: string): boolean {
  return /^\d+$/.test(text);
}
