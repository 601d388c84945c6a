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
  .transform((category) => ({
    id: category.id,
    columns: {
      slug: category.slug,
      title: category.title,
      titlePlural: category.title_plural,
      description: category.description,
      showPypi: category.show_pypi,
      createdAt: category.created,
      modifiedAt: category.modified,
    },
  }));

export type IncomingCategory = z.output<typeof categoryDocument>;
