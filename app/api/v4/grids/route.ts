import { countGridRecords, listGridRecords } from '@/db/queries/api-record-lists';
import { operations } from '@/lib/api/operations';
import { listEndpoint } from '../../endpoint';
import { gridsWithFacts, gridWithFacts } from '../../metadata';
import { gridFilter } from '../../filter';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = listEndpoint(operations.gridList, {
  list(query) {
    const filter = gridFilter(query);
    return {
      count: countGridRecords(filter),
      records: listGridRecords(query, filter, query.ordering),
    };
  },
  complete: gridsWithFacts,
  document: gridWithFacts,
});
