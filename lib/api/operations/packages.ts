import { z } from 'zod';
import { operation, slice } from '../operation';
import { active, facetParameters, include, modifiedSince, orderingBy, q } from '../parameters';
import { lookupParams, noParams } from '../params';
import { healthSchema } from '../schemas/health';
import { packageSchema } from '../schemas/package';
import { pageOf } from '../schemas/page';
import { versionSchema } from '../schemas/version';
import { weekSchema } from '../schemas/week';

/** The text of djangopackages.org, which some clients show. */
const description = 'API endpoint that allows packages to be viewed or edited.';

const orderings = [
  'id',
  'title',
  'slug',
  'created',
  'modified',
  'last_updated',
  'last_fetched',
  'repo_watchers',
  'repo_forks',
] as const;

export const packageList = operation({
  id: 'listPackages',
  path: '/api/v4/packages/',
  tag: 'packages',
  summary: 'All packages, newest first',
  view: { name: 'Package List', description },
  params: noParams,
  query: slice.extend({
    q,
    ...facetParameters,
    active,
    modified_since: modifiedSince,
    ordering: orderingBy(orderings),
    include,
  }),
  document: pageOf('PackagePage', packageSchema),
});

export const packageInstance = operation({
  id: 'findPackage',
  path: '/api/v4/packages/{lookup}/',
  tag: 'packages',
  summary: 'One package',
  view: { name: 'Package Instance', description },
  params: lookupParams,
  query: z.object({ include }),
  document: packageSchema,
});

export const packageVersions = operation({
  id: 'listVersions',
  path: '/api/v4/packages/{lookup}/versions/',
  tag: 'packages',
  summary: 'The releases of a package, newest first',
  view: { name: 'Package Versions', description: 'The releases of a package, newest first.' },
  params: lookupParams,
  query: slice,
  document: pageOf('VersionPage', versionSchema),
});

export const packageHistory = operation({
  id: 'listHistory',
  path: '/api/v4/packages/{lookup}/history/',
  tag: 'packages',
  summary: 'The figures of a package week by week, newest first',
  view: {
    name: 'Package History',
    description:
      'Stars, forks, open issues, downloads and health of a package week by week, newest first. Weeks without any reading are absent.',
  },
  params: lookupParams,
  query: slice,
  document: pageOf('WeekPage', weekSchema),
});

export const packageHealth = operation({
  id: 'findHealth',
  path: '/api/v4/packages/{lookup}/health/',
  tag: 'packages',
  summary: 'The health score of a package, by criterion',
  view: {
    name: 'Package Health',
    description: 'The health score of a package and the criteria behind it.',
  },
  params: lookupParams,
  query: z.object({}),
  document: healthSchema,
});
