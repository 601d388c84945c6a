import { findGridRecord } from '@/db/queries/api-records';
import { operations } from '@/lib/api/operations';
import { detailEndpoint } from '../../../endpoint';
import { gridsWithFacts, gridWithFacts } from '../../../metadata';

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
