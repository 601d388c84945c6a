import { z } from 'zod';
import { FEWEST_COMPARED, MOST_COMPARED } from '@/lib/comparison/selection';
import { CHECK_PATH } from '../check/limits';
import { requirementsParameter } from '../check/parameter';
import { operation } from '../operation';
import { namesOf, q } from '../parameters';
import { noParams } from '../params';
import { checkSchema } from '../schemas/check';
import { comparisonSchema } from '../schemas/comparison';
import { searchSchema } from '../schemas/search';

export const search = operation({
  id: 'search',
  path: '/api/v4/search/',
  tag: 'search',
  summary: 'Packages and grids that match a search, best first, up to 20',
  view: {
    name: 'Search V3 List',
    description:
      'Packages and grids that match a search, best first.\nPass the search text as `q`.',
  },
  params: noParams,
  query: z.object({ q }),
  document: searchSchema,
  dependsOnClock: true,
});

export const compare = operation({
  id: 'comparePackages',
  path: '/api/v4/compare/',
  tag: 'search',
  summary: 'A comparison of any packages: all metrics, and the features of the grids they share',
  view: {
    name: 'Comparison',
    description:
      'A comparison of any packages. Pass their slugs as `packages`, separated by commas.',
  },
  params: noParams,
  query: z.object({
    packages: namesOf({
      what: 'slugs',
      fewest: FEWEST_COMPARED,
      most: MOST_COMPARED,
      example: 'celery,huey',
    }),
  }),
  document: comparisonSchema,
});

export const check = operation({
  id: 'checkPackages',
  path: CHECK_PATH,
  tag: 'search',
  summary: 'Check which projects are listed, maintained, deprecated or replaced',
  view: {
    name: 'Check',
    description:
      'Check which of your dependencies are listed, maintained, deprecated or replaced.\nPass PyPI names, requirements or repository addresses as `packages`, or post a requirements file.',
  },
  params: noParams,
  query: z.object({ packages: requirementsParameter }),
  posted: 'packages',
  document: checkSchema,
  dependsOnClock: true,
});
