import type { Result } from '@/components/search/results';
import { findHits } from '@/db/queries/find';
import { listFoundGrids, listFoundPackages } from '@/db/queries/found';
import { listSuggestions } from '@/db/queries/suggest';
import { readQuery } from '@/lib/search/query';

const MOST_NEAREST = 6;

/** The beginnings of the words of a query, to find names that are near where nothing is found. */
const SHORT = 3;

/** What a text finds, in pages. */
export function loadResults(text: string) {
  const found = findHits(readQuery(text));
  return {
    ...found,
    total: found.hits.length,
    list: ({ offset, limit }: { offset: number; limit: number }) =>
      listResults(found.hits.slice(offset, offset + limit)),
    listNearest: () =>
      text
        .split(/\s+/)
        .flatMap((word) => listSuggestions(word.slice(0, SHORT), MOST_NEAREST))
        .slice(0, MOST_NEAREST),
  };
}

type Hits = ReturnType<typeof findHits>['hits'];

function listResults(hits: Hits): Result[] {
  const idsOf = (kind: 'package' | 'grid') =>
    hits.filter((hit) => hit.kind === kind).map(({ id }) => id);
  const packages = new Map(listFoundPackages(idsOf('package')).map((it) => [it.id, it]));
  const grids = new Map(listFoundGrids(idsOf('grid')).map((it) => [it.id, it]));
  return hits.flatMap(({ kind, id, reason }): Result[] => {
    if (kind === 'package') {
      const it = packages.get(id);
      return it ? [{ kind, it, reason }] : [];
    }
    const it = grids.get(id);
    return it ? [{ kind, it, reason }] : [];
  });
}
