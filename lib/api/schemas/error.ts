import { z } from 'zod';

/** The body of an error response. */
export const errorSchema = z
  .object({
    detail: z.string().meta({ description: 'What is wrong.', examples: ['Not found.'] }),
    parameter: z
      .string()
      .optional()
      .meta({ description: 'The invalid query parameter.', examples: ['ordering'] }),
    allowed: z
      .array(z.string())
      .optional()
      .meta({ description: 'Allowed values of the parameter, if there is a fixed list.' }),
  })
  .meta({ id: 'Error', description: 'An error.' });

export type ErrorDocument = z.infer<typeof errorSchema>;
