import { z } from 'zod';

const count = z.int().nonnegative().nullable();

export const weekSchema = z
  .object({
    week: z.iso.date().meta({
      description: 'The Monday on which the week began.',
      examples: ['2026-06-22'],
    }),
    stars: count.meta({ description: 'Stars; null if unknown.' }),
    forks: count.meta({ description: 'Forks; null if unknown.' }),
    open_issues: count.meta({ description: 'Open issues; null if unknown.' }),
    downloads: count.meta({
      description: 'Downloads from PyPI in the month before; null if unknown.',
    }),
    health: count.meta({ description: 'The health score from 0 to 100; null if unknown.' }),
    source: z.string().nullable().meta({
      description:
        'Key of the source, described by `/api/v4/catalogue/`; null for readings of this site.',
    }),
  })
  .meta({ id: 'Week', description: 'The figures of a package in a week.' });

export type WeekDocument = z.infer<typeof weekSchema>;
