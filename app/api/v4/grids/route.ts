import { countGridRecords, listGridRecords } from '@/db/queries/record-lists';
import { operations } from '@/lib/api/operations';
import { listEndpoint } from '../../endpoint';
import { gridsWithFacts, gridWithFacts } from '../../facts';
import { gridFilter } from '../../filter';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = listEndpoint(operations.gridList, {
  count: (query) => countGridRecords(gridFilter(query)),
  list: (query) => gridsWithFacts(listGridRecords(query, gridFilter(query), query.ordering), query),
  document: gridWithFacts,
});
