import { z } from 'zod';

/** The body of an OPTIONS response. */
export const optionsSchema = z
  .object({
    name: z.string().meta({ examples: ['Package List'] }),
    description: z.string(),
    renders: z.array(z.string()).meta({ examples: [['application/json', 'text/html']] }),
    parses: z.array(z.string()),
  })
  .meta({ id: 'Options', description: 'Description of a resource.' });
