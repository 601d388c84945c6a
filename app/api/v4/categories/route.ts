import { countCategoryRecords, listCategoryRecords } from '@/db/queries/records';
import { categoryDocument } from '@/lib/api/documents';
import { listEndpoint } from '@/lib/api/endpoint';
import { views } from '@/lib/api/views';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = listEndpoint({
  view: views.categoryList,
  count: countCategoryRecords,
  list: listCategoryRecords,
  document: categoryDocument,
});
