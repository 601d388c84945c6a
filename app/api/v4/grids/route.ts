import { countGridRecords, listGridRecords } from '@/db/queries/records';
import { gridDocument } from '@/lib/api/documents';
import { listEndpoint } from '@/lib/api/endpoint';
import { views } from '@/lib/api/views';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = listEndpoint({
  view: views.gridList,
  count: countGridRecords,
  list: listGridRecords,
  document: gridDocument,
});
