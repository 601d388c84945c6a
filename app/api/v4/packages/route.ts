import { countPackageRecords, listPackageRecords } from '@/db/queries/record-lists';
import { packageDocument } from '@/lib/api/documents';
import { operations } from '@/lib/api/operations';
import { listEndpoint } from '../../endpoint';
import { packageFilter, refuseCategory } from '../../filter';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = listEndpoint(
  operations.packageList,
  {
    refuse: refuseCategory,
    count: (query) => countPackageRecords(packageFilter(query)),
    list: (query) => listPackageRecords(query, packageFilter(query), query.ordering),
    document: packageDocument,
  },
);
