import { z } from 'zod';
import { id, slug, time } from '../fields';

/** Parses a category into a row of the catalogue. */
export const categoryDocument = z
  .object({
    id,
    slug,
    title: z.string().min(1).max(50),
    title_plural: z.string().max(50).default(''),
    description: z.string().default(''),
    show_pypi: z.boolean().default(true),
    created: time,
    modified: time,
  })
  .transform((it) => ({
    id: it.id,
    columns: {
      slug: it.slug,
      title: it.title,
      titlePlural: it.title_plural,
      description: it.description,
      showPypi: it.show_pypi,
      createdAt: it.created,
      modifiedAt: it.modified,
    },
  }));

export type IncomingCategory = z.output<typeof categoryDocument>;
