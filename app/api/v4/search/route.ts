import {
  findNewestCommit,
  listPackageFigures,
  searchGridRecords,
  searchPackageRecords,
} from '@/db/queries/search-records';
import { found } from '@/lib/api/answers';
import { operations } from '@/lib/api/operations';
import { MAX_HITS, searchDocuments } from '@/lib/api/search-documents';
import { now } from '@/lib/time';
import { endpoint } from '../../endpoint';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(
  operations.search,
  (call) => {
    const { q } = call.query;
    if (q === '') return found([]);
    const search = { q, limit: MAX_HITS };
    const hits = {
      packages: searchPackageRecords(search),
      grids: searchGridRecords(search),
    };
    const figures = { list: listPackageFigures, findNewestCommit };
    return found(searchDocuments(hits, figures, now(), call));
  },
);
