import { z } from 'zod';
import { created, id, modified, slug, title } from './fields';

export const categorySchema = z
  .object({
    id,
    title,
    slug,
    description: z.string().meta({ description: 'What belongs in the category.' }),
    title_plural: z.string().meta({ description: 'Plural name.', examples: ['Apps'] }),
    show_pypi: z.boolean().meta({ description: 'Whether its packages are on PyPI.' }),
    created,
    modified,
  })
  .meta({ id: 'Category', description: 'A type of package.' });

export type CategoryDocument = z.infer<typeof categorySchema>;
