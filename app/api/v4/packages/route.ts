import { countPackageRecords, listPackageRecords } from '@/db/queries/record-lists';
import { operations } from '@/lib/api/operations';
import { listEndpoint } from '../../endpoint';
import { packagesWithFacts, packageWithFacts } from '../../facts';
import { packageFilter, refuseCategory } from '../../filter';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = listEndpoint(
  operations.packageList,
  {
    refuse: refuseCategory,
    count: (query) => countPackageRecords(packageFilter(query)),
    list: (query) =>
      packagesWithFacts(listPackageRecords(query, packageFilter(query), query.ordering), query),
    document: packageWithFacts,
  },
);
