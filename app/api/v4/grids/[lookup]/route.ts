import { findGridRecord } from '@/db/queries/records';
import { gridDocument } from '@/lib/api/documents';
import { detailEndpoint } from '@/lib/api/endpoint';
import { lookupParams } from '@/lib/api/params';
import { views } from '@/lib/api/views';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = detailEndpoint({
  view: views.grid,
  noun: 'Grid',
  params: lookupParams,
  find: findGridRecord,
  document: gridDocument,
});
