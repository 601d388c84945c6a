import { migrateDatabase } from '@/db/migrate';
import { settings } from '@/lib/settings';
import { now } from '@/lib/time';
import { dumpsFolder } from '@/lib/transfer/dumps/folder';
import { writeDumps } from '@/lib/transfer/dumps/write';
import { siteSetting } from './export';
import { secondsSince } from './seconds';

/** Writes the dumps beside the database, unless those that are there say the same; gives the exit code. */
export async function runDump(): Promise<number> {
  migrateDatabase();
  const begin = performance.now();
  const databasePath = settings().DATABASE_PATH;
  const isNew = await writeDumps({ databasePath, setting: siteSetting(), now: now() });
  const outcome = isNew ? 'Wrote the dumps to' : 'Nothing has changed since the dumps in';
  console.log(`${outcome} ${dumpsFolder(databasePath)}, done in ${secondsSince(begin)}`);
  return 0;
}
