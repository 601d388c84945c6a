import {
  listPackageFigures,
  searchGridRecords,
  searchPackageRecords,
} from '@/db/queries/search-records';
import { found } from '@/lib/api/answers';
import { endpoint } from '@/lib/api/endpoint';
import { noParams } from '@/lib/api/params';
import { MAX_HITS, searchDocuments } from '@/lib/api/search-documents';
import { views } from '@/lib/api/views';
import { now } from '@/lib/time';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint({
  view: views.search,
  params: noParams,
  read(call) {
    const { q } = call.query;
    if (q === '') return found([]);
    const search = { q, limit: MAX_HITS };
    const hits = {
      packages: searchPackageRecords(search),
      grids: searchGridRecords(search),
      listFigures: listPackageFigures,
    };
    return found(searchDocuments(hits, now(), call));
  },
});
