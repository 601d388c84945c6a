import type { z } from 'zod';
import { catalogueMetadataSchema } from '@/lib/api/schemas/metadata';
import { MOST } from '../bounds';

/** Far more than any catalogue has. Each term of a group is paired with every other, so a single long group would take forever. */
const MOST_PAIRS = 100_000;

const isShort = ({ key, description }: { key: string; description: string }) =>
  Math.max(key.length, description.length) <= MOST.sourceText;

/** Parses the document about the catalogue as a whole. */
export const catalogueDocument = catalogueMetadataSchema
  .pick({ generated: true, sources: true, synonyms: true })
  .refine(
    ({ synonyms }) =>
      synonyms.reduce((sum, { length }) => sum + length * (length - 1), 0) <= MOST_PAIRS,
    { path: ['synonyms'], error: `must not make more than ${MOST_PAIRS} pairs` },
  )
  .refine(({ sources }) => sources.length <= MOST.sources, {
    path: ['sources'],
    error: `must not be more than ${MOST.sources}`,
  })
  .refine(({ sources }) => sources.every(isShort), {
    path: ['sources'],
    error: `must not have more than ${MOST.sourceText} characters`,
  })
  .refine(({ sources }) => new Set(sources.map(({ key }) => key)).size === sources.length, {
    path: ['sources'],
    error: 'must not repeat a key',
  });

export type IncomingCatalogue = z.output<typeof catalogueDocument>;
