import { z } from 'zod';

const lookup = z
  .string()
  .regex(/^[^/.]+$/)
  .meta({ description: 'Id or slug of the record.', examples: ['django-q'] });

/** The parts that a path can have, by the names that stand for them in it. */
export const pathParameters = { lookup };

/** Digits alone are an id, anything else a slug. */
export const lookupParams = z
  .object({ lookup })
  .transform(({ lookup: name }) => (isId(name) ? { id: Number(name) } : { slug: name }));

/** A resource without parts in its path. */
export const noParams = z.unknown();

function isId(text: string): boolean {
  return /^\d+$/.test(text);
}
