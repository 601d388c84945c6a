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
  tag: 'finding',
  summary: 'The packages and grids that match words, the best first, 20 at most',
  view: {
    name: 'Search V3 List',
    description:
      'Packages and grids that match a search, the best first.\nPass the words to look for as `q`.',
  },
  params: noParams,
  query: z.object({ q }),
  document: searchSchema,
  dependsOnClock: true,
});

export const compare = operation({
  id: 'comparePackages',
  path: '/api/v4/compare/',
  tag: 'finding',
  summary:
    'A comparison of any packages by every figure and by the features of the grids they share',
  view: {
    name: 'Comparison',
    description: 'Any packages side by side. Pass their slugs as `packages`, apart by commas.',
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
  tag: 'finding',
  summary: 'Whether each of some projects is listed, maintained, deprecated or replaced',
  view: {
    name: 'Check',
    description:
      'What is known of the projects that a program depends on.\nPass names on PyPI, requirements or addresses of repositories as `packages`, or post a requirements file.',
  },
  params: noParams,
  query: z.object({ packages: requirementsParameter }),
  posted: 'packages',
  document: checkSchema,
  dependsOnClock: true,
});
