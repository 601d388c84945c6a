import { z } from 'zod';

const lookup = z
  .string()
  .regex(/^[^/.]+$/)
  .meta({ description: 'Id or slug of the record.', examples: ['django-q'] });

/** Path parameters by name. */
export const pathParameters = { lookup };

/** All digits is an id, anything else a slug. */
export const lookupParams = z
  .object({ lookup })
  .transform(({ lookup: name }) => (isId(name) ? { id: Number(name) } : { slug: name }));

/** For resources without path parameters. */
export const noParams = z.unknown();

function isId(text: string): boolean {
  return /^\d+$/.test(text);
}
