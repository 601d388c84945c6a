import { countPackageRecords, listPackageRecords } from '@/db/queries/api-record-lists';
import { operations } from '@/lib/api/operations';
import { listEndpoint } from '../../endpoint';
import { packagesWithFacts, packageWithFacts } from '../../metadata';
import { dependsOnClock, listUnknownFacets, packageFilter } from '../../filter';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = listEndpoint(
  operations.packageList,
  {
    listUnusable: listUnknownFacets,
    dependsOnClock,
    list(query) {
      const filter = packageFilter(query);
      const records = listPackageRecords(query, filter, query.ordering);
      return { count: countPackageRecords(filter), rows: packagesWithFacts(records, query) };
    },
    document: packageWithFacts,
  },
);
