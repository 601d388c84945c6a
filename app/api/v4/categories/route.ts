import { countCategoryRecords, listCategoryRecords } from '@/db/queries/api-record-lists';
import { categoryDocument } from '@/lib/api/documents';
import { operations } from '@/lib/api/operations';
import { listEndpoint } from '../../endpoint';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = listEndpoint(
  operations.categoryList,
  {
    list: ({ modified_since: since, ordering, ...page }) => ({
      count: countCategoryRecords({ since }),
      records: listCategoryRecords(page, { since }, ordering),
    }),
    complete: (records) => records,
    document: categoryDocument,
  },
);
