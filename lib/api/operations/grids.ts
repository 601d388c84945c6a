import { z } from 'zod';
import { operation, slice } from '../operation';
import { include, modifiedSince, orderingBy, q } from '../parameters';
import { lookupParams, noParams } from '../params';
import { comparisonSchema } from '../schemas/comparison';
import { gridSchema } from '../schemas/grid';
import { pageOf } from '../schemas/page';

const orderings = ['id', 'title', 'slug', 'created', 'modified'] as const;

export const gridList = operation({
  id: 'listGrids',
  path: '/api/v4/grids/',
  tag: 'grids',
  summary: 'All grids, newest first',
  view: { name: 'Grid List', description: '' },
  params: noParams,
  query: slice.extend({
    q,
    modified_since: modifiedSince,
    ordering: orderingBy(orderings),
    include,
  }),
  document: pageOf('GridPage', gridSchema),
});

export const gridInstance = operation({
  id: 'findGrid',
  path: '/api/v4/grids/{lookup}/',
  tag: 'grids',
  summary: 'One grid',
  view: { name: 'Grid Instance', description: '' },
  params: lookupParams,
  query: z.object({ include }),
  document: gridSchema,
});

export const gridTable = operation({
  id: 'findGridTable',
  path: '/api/v4/grids/{lookup}/table/',
  tag: 'grids',
  summary: 'The comparison of a grid: packages, metrics, features and cells',
  view: {
    name: 'Grid Table',
    description: 'The comparison of a grid: packages, metrics, features and cells.',
  },
  params: lookupParams,
  query: z.object({}),
  document: comparisonSchema,
});
