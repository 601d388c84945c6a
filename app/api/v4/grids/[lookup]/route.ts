import { findGridRecord } from '@/db/queries/records';
import { operations } from '@/lib/api/operations';
import { detailEndpoint } from '../../../endpoint';
import { gridsWithFacts, gridWithFacts } from '../../../facts';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = detailEndpoint(
  operations.gridInstance,
  {
    noun: 'Grid',
    find: (lookup, query) => {
      const row = findGridRecord(lookup);
      return row && gridsWithFacts([row], query)[0];
    },
    document: gridWithFacts,
  },
);
