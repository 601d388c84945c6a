import { z } from 'zod';
import { operation } from '../operation';
import { noParams } from '../params';
import { rootSchema } from '../schemas/root';

export const root = operation({
  id: 'findRoot',
  path: '/api/v4/',
  tag: 'search',
  summary: 'Entry points of the API',
  view: { name: 'Api Root', description: 'The default basic root view for DefaultRouter' },
  params: noParams,
  query: z.object({}),
  document: rootSchema,
});
