import { settings } from '@/lib/settings';
import { now } from '@/lib/time';
import { dumpsFolder } from '@/server/import-export/dumps/folder';
import { writeDumps } from '@/server/import-export/dumps/write';
import { siteSetting } from './export';
import { secondsSince } from './seconds';
import { upgradeDatabase } from './upgrade';

/** Writes the dumps beside the database unless they are already up to date. Returns the exit code. */
export async function runDump(): Promise<number> {
  upgradeDatabase();
  const begin = performance.now();
  const databasePath = settings().DATABASE_PATH;
  const isNew = await writeDumps({ databasePath, setting: siteSetting(), now: now() });
  const outcome = isNew ? 'Wrote the dumps to' : 'No changes since the dumps in';
  console.log(`${outcome} ${dumpsFolder(databasePath)}, done in ${secondsSince(begin)}`);
  return 0;
}
