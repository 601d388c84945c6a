import { z } from 'zod';
import { created, id, linkTo, modified, slug, title } from './fields';
import { gridMetadataSchema } from './metadata';

export const gridSchema = z
  .object({
    id,
    title,
    slug,
    description: z.string().meta({ description: 'What the packages in it have in common.' }),
    is_locked: z.boolean().meta({ description: 'Whether editing is locked.' }),
    packages: z.array(linkTo('a package')).meta({ description: 'Its packages, sorted by title.' }),
    header: z.boolean().meta({ description: 'Whether it is one of the main grids.' }),
    created,
    modified,
    facts: gridMetadataSchema.optional(),
  })
  .meta({ id: 'Grid', description: 'A comparison of packages that do the same job.' });

export type GridDocument = z.infer<typeof gridSchema>;
