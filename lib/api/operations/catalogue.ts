import { z } from 'zod';
import { catalogueMetadataSchema } from '../schemas/metadata';
import { operation } from '../operation';
import { noParams } from '../params';

export const catalogue = operation({
  id: 'findCatalogue',
  path: '/api/v4/catalogue/',
  tag: 'finding',
  summary: 'When the catalogue was compiled, its sources, and words that mean the same',
  view: {
    name: 'Catalogue',
    description: 'When the catalogue was compiled, its sources, and words that mean the same.',
  },
  params: noParams,
  query: z.object({}),
  document: catalogueMetadataSchema,
});
