import { findPackageRecord } from '@/db/queries/records';
import { packageDocument } from '@/lib/api/documents';
import { detailEndpoint } from '@/lib/api/endpoint';
import { lookupParams } from '@/lib/api/params';
import { views } from '@/lib/api/views';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = detailEndpoint({
  view: views.package,
  noun: 'Package',
  params: lookupParams,
  find: findPackageRecord,
  document: packageDocument,
});
