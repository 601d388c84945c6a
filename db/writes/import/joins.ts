import { asc } from 'drizzle-orm';
import { database } from '../../client';
import { gridPackages } from '../../schema';
import type { ImportContext } from './context';
import { claimIds } from './identity';
import { localEditsOf, type LocalEdits } from './local-edits';
import { insertRows } from '../insert-rows';

interface Pair {
  gridId: number;
  packageId: number;
}

const keyOf = ({ gridId, packageId }: Pair) => `${gridId} ${packageId}`;

/**
 * Adds packages to grids based on links alone, in the given order, which is the order in which packages name their grids. A link has no
 * date; the earliest possible one is when the later of the two was created. Returns the new pairs.
 */
export function joinPackages(
  pairs: Iterable<Pair>,
  createdAt: (pair: Pair) => number,
  { change, prefer, report }: ImportContext,
): Pair[] {
  const known = new Set(
    database()
      .select({ gridId: gridPackages.gridId, packageId: gridPackages.packageId })
      .from(gridPackages)
      .orderBy(asc(gridPackages.id))
      .all()
      .map(keyOf),
  );
  const joined: Pair[] = [];
  const edits = new Map<number, LocalEdits>();
  for (const pair of pairs) {
    if (known.has(keyOf(pair))) continue;
    const own =
      edits.get(pair.gridId) ?? localEditsOf({ id: pair.gridId, slug: '' }, { prefer, report });
    edits.set(pair.gridId, own);
    // A link doesn't say since when: what people removed here stays removed.
    if (own.keeps(`package ${pair.packageId}`, createdAt(pair))) continue;
    known.add(keyOf(pair));
    joined.push(pair);
    change.touch({ kind: 'package', id: pair.packageId });
  }
  const gridIds = new Set(joined.map(({ gridId }) => gridId));
  const grids = [...gridIds].map((id) => ({ kind: 'grid' as const, id }));
  change.record(grids, () => {
    const ids = claimIds(gridPackages, Array<object>(joined.length).fill({}));
    const rows = joined.map((pair, index) => {
      return { ...pair, id: ids[index], createdAt: createdAt(pair) };
    });
    insertRows(gridPackages, rows);
  });
  return joined;
}
