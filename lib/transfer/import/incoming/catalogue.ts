import type { z } from 'zod';
import { catalogueFactsSchema } from '@/lib/api/schemas/facts';

/** Far more than people have named; each word of a group is paired with each other one, so that one long group would take for ever. */
const MOST_PAIRS = 100_000;

/** What is told of the catalogue as a whole. */
export const catalogueDocument = catalogueFactsSchema
  .pick({ generated: true, sources: true, synonyms: true })
  .refine(
    ({ synonyms }) =>
      synonyms.reduce((sum, { length }) => sum + length * (length - 1), 0) <= MOST_PAIRS,
    { path: ['synonyms'], error: `must make ${MOST_PAIRS} pairs at most` },
  )
  .refine(({ sources }) => new Set(sources.map(({ key }) => key)).size === sources.length, {
    path: ['sources'],
    error: 'must name each key once',
  });

export type IncomingCatalogue = z.output<typeof catalogueDocument>;
