import { migrateDatabase } from '@/db/migrate';
import { reindex } from '@/db/writes/search-index';
import { countOf } from '@/lib/wording';
import { secondsSince } from './seconds';

/** Makes the search index anew, also beside a running site, which goes on with the old one until it is done. */
export function runReindex(): number {
  migrateDatabase();
  const begin = performance.now();
  const { packages, grids } = reindex();
  const taken = `${countOf(packages, 'package')} and ${countOf(grids, 'grid')}`;
  console.log(`Indexed ${taken}, done in ${secondsSince(begin)}`);
  return 0;
}
