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
      return {
        count: countPackageRecords(filter),
        records: listPackageRecords(query, filter, query.ordering),
      };
    },
    complete: packagesWithFacts,
    document: packageWithFacts,
  },
);
