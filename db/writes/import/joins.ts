import { asc } from 'drizzle-orm';
import { database } from '../../client';
import { memberships } from '../../schema';
import type { ImportContext } from './context';
import { claimId } from './identity';

interface Pair {
  gridId: number;
  packageId: number;
}

const keyOf = ({ gridId, packageId }: Pair) => `${gridId} ${packageId}`;

/**
 * Joins packages to grids where links alone say so. In the order given, which is the order in which packages name their grids. A link does not say
 * since when; the earliest that it can be is when the later of the two was entered. Gives the pairs that are new.
 */
export function joinPackages(
  pairs: Iterable<Pair>,
  createdAt: (pair: Pair) => number,
  { isDry, touched }: ImportContext,
): Pair[] {
  const known = new Set(
    database()
      .select({ gridId: memberships.gridId, packageId: memberships.packageId })
      .from(memberships)
      .orderBy(asc(memberships.id))
      .all()
      .map(keyOf),
  );
  const joined: Pair[] = [];
  for (const pair of pairs) {
    if (known.has(keyOf(pair))) continue;
    known.add(keyOf(pair));
    joined.push(pair);
    touched.package.add(pair.packageId);
    touched.grid.add(pair.gridId);
    if (isDry) continue;
    database()
      .insert(memberships)
      .values({ ...pair, id: claimId(memberships, undefined), createdAt: createdAt(pair) })
      .run();
  }
  return joined;
}
