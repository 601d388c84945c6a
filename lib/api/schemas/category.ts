import { z } from 'zod';
import { created, id, modified, slug, title } from './fields';

export const categorySchema = z
  .object({
    id,
    title,
    slug,
    description: z.string().meta({ description: 'What belongs into it.' }),
    title_plural: z.string().meta({ description: 'Its name for many.', examples: ['Apps'] }),
    show_pypi: z.boolean().meta({ description: 'Whether its packages are to be had from PyPI.' }),
    created,
    modified,
  })
  .meta({ id: 'Category', description: 'A kind of package.' });

export type CategoryDocument = z.infer<typeof categorySchema>;
