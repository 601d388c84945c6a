import { z } from 'zod';
import { catalogueMetadataSchema } from '../schemas/metadata';
import { operation } from '../operation';
import { noParams } from '../params';

export const catalogue = operation({
  id: 'findCatalogue',
  path: '/api/v4/catalogue/',
  tag: 'search',
  summary: 'Metadata of the catalogue',
  view: {
    name: 'Catalogue',
    description:
      'When the catalogue was compiled, its data sources, and the synonyms of the search.',
  },
  params: noParams,
  query: z.object({}),
  document: catalogueMetadataSchema,
});
