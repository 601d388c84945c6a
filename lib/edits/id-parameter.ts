import { z } from 'zod';

/** An id in the path of a page; 0, which no record has, if it is invalid. */
export const idParameter = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)
  .catch(0);

/** The id of a record in a field of a form. */
export const recordId = z.coerce.number().int().positive();
