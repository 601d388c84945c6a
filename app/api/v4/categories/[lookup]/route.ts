import { findCategoryRecord } from '@/db/queries/records';
import { categoryDocument } from '@/lib/api/documents';
import { detailEndpoint } from '@/lib/api/endpoint';
import { idParams } from '@/lib/api/params';
import { views } from '@/lib/api/views';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = detailEndpoint({
  view: views.category,
  noun: 'Category',
  params: idParams,
  find: findCategoryRecord,
  document: categoryDocument,
});
