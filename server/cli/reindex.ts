import { reindex } from '@/db/writes/search-index';
import { countOf } from '@/lib/text/wording';
import { secondsSince } from './seconds';
import { upgradeDatabase } from './upgrade';

/** Rebuilds the search index; a running site keeps using the old one until it is done. */
export function runReindex(): number {
  upgradeDatabase();
  const begin = performance.now();
  const { packages, grids } = reindex();
  const indexed = `${countOf(packages, 'package')} and ${countOf(grids, 'grid')}`;
  console.log(`Indexed ${indexed}, done in ${secondsSince(begin)}`);
  return 0;
}
