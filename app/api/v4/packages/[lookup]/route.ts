import { findPackageRecord } from '@/db/queries/api-records';
import { operations } from '@/lib/api/operations';
import { detailEndpoint } from '../../../endpoint';
import { packagesWithFacts, packageWithFacts } from '../../../metadata';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = detailEndpoint(
  operations.packageInstance,
  {
    noun: 'Package',
    find: (lookup, query) => {
      const row = findPackageRecord(lookup);
      return row && packagesWithFacts([row], query)[0];
    },
    document: packageWithFacts,
  },
);
