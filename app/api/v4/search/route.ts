import {
  findNewestCommit,
  listGridSearchRecords,
  listPackageFigures,
  listPackageSearchRecords,
} from '@/db/queries/api-search-records';
import { findHits, listHits } from '@/db/queries/search';
import { found } from '@/lib/api/answers';
import { operations } from '@/lib/api/operations';
import { MAX_HITS, searchDocuments } from '@/lib/api/search-documents';
import type { Hit } from '@/lib/search/engine';
import { readQuery } from '@/lib/search/query';
import { now } from '@/lib/time';
import { endpoint } from '../../endpoint';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = endpoint(
  operations.search,
  (call) => {
    const { q } = call.query;
    if (q === '') return found([]);
    const hits = listHits(findHits(readQuery(q)), { offset: 0, limit: MAX_HITS });
    const figures = { list: listPackageFigures, findNewestCommit };
    return found(searchDocuments(listRecords(hits), figures, now(), call));
  },
);

function listRecords(hits: Hit[]) {
  const idsOf = (kind: Hit['kind']) => hits.filter((hit) => hit.kind === kind).map(({ id }) => id);
  const packages = listPackageSearchRecords(idsOf('package')).map((record) => ({
    kind: 'package' as const,
    ...record,
  }));
  const grids = listGridSearchRecords(idsOf('grid')).map((record) => ({
    kind: 'grid' as const,
    ...record,
  }));
  const records = new Map([...packages, ...grids].map((it) => [`${it.kind} ${it.id}`, it]));
  return hits.flatMap(({ kind, id }) => records.get(`${kind} ${id}`) ?? []);
}
