import { countGridRecords, listGridRecords } from '@/db/queries/record-lists';
import { gridDocument } from '@/lib/api/documents';
import { operations } from '@/lib/api/operations';
import { listEndpoint } from '../../endpoint';
import { gridFilter } from '../../filter';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = listEndpoint(operations.gridList, {
  count: (query) => countGridRecords(gridFilter(query)),
  list: (query) => listGridRecords(query, gridFilter(query), query.ordering),
  document: gridDocument,
});
