import { z } from 'zod';
import { operation, slice } from '../operation';
import { modifiedSince, orderingBy } from '../parameters';
import { lookupParams, noParams } from '../params';
import { categorySchema } from '../schemas/category';
import { pageOf } from '../schemas/page';

const orderings = ['id', 'title', 'slug', 'created', 'modified'] as const;

export const categoryList = operation({
  id: 'listCategories',
  path: '/api/v4/categories/',
  tag: 'categories',
  summary: 'All categories, newest first',
  view: { name: 'Category List', description: '' },
  params: noParams,
  query: slice.extend({ modified_since: modifiedSince, ordering: orderingBy(orderings) }),
  document: pageOf('CategoryPage', categorySchema),
});

export const categoryInstance = operation({
  id: 'findCategory',
  path: '/api/v4/categories/{lookup}/',
  tag: 'categories',
  summary: 'One category',
  view: { name: 'Category Instance', description: '' },
  params: lookupParams,
  query: z.object({}),
  document: categorySchema,
});
