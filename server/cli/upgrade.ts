import { migrateDatabase } from '@/db/migrate';
import { refreshDerived } from '@/db/writes/derived';
import { now } from '@/lib/time';
import { countOf } from '@/lib/text/wording';
import { secondsSince } from './seconds';

/** Migrates the database to the newest schema, and updates stored derived data to what this version of the code computes. */
export function upgradeDatabase(): void {
  migrateDatabase();
  const begin = performance.now();
  const count = refreshDerived(now());
  if (count > 0) {
    console.log(`Updated derived data of ${countOf(count, 'package')} in ${secondsSince(begin)}`);
  }
}
