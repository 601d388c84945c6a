import { findPackageRecord } from '@/db/queries/records';
import { operations } from '@/lib/api/operations';
import { detailEndpoint } from '../../../endpoint';
import { packagesWithFacts, packageWithFacts } from '../../../facts';

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
