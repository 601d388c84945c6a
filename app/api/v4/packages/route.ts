import { countPackageRecords, listPackageRecords } from '@/db/queries/records';
import { packageDocument } from '@/lib/api/documents';
import { listEndpoint } from '@/lib/api/endpoint';
import { views } from '@/lib/api/views';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = listEndpoint({
  view: views.packageList,
  count: countPackageRecords,
  list: listPackageRecords,
  document: packageDocument,
});
