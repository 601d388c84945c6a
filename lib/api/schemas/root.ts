import { z } from 'zod';
import { linkTo } from './fields';

export const rootSchema = z
  .object({
    packages: linkTo('the list of packages'),
    search: linkTo('the search'),
    grids: linkTo('the list of grids'),
    categories: linkTo('the list of categories'),
  })
  .meta({ id: 'Root', description: 'Entry points of the API.' });

export type RootDocument = z.infer<typeof rootSchema>;
