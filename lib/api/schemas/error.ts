import { z } from 'zod';

/** The body of an error response. */
export const errorSchema = z
  .object({
    detail: z
      .string()
      .meta({ description: 'What is wrong, in a sentence.', examples: ['Not found.'] }),
    parameter: z
      .string()
      .optional()
      .meta({ description: 'The parameter of the query that is wrong.', examples: ['ordering'] }),
    allowed: z
      .array(z.string())
      .optional()
      .meta({ description: 'What the parameter may be, where that can be listed.' }),
  })
  .meta({ id: 'Error', description: 'Why there is no document.' });

export type ErrorDocument = z.infer<typeof errorSchema>;
