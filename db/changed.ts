import { statSync } from 'node:fs';
import { settings } from '@/lib/settings';
import type { Micros } from '@/lib/time';
import { database } from './client';

/** When anything in the database was last written, by any program: SQLite writes a commit into the log, and the log into the file. */
export function changedAt(): Micros {
  const { DATABASE_PATH: path } = settings();
  const times = [path, `${path}-wal`].map(
    // Or else the bundler would take every file of the project for one that this may read.
    (file) => statSync(/* turbopackIgnore: true */ file, { throwIfNoEntry: false })?.mtimeMs ?? 0,
  );
  return Math.floor(Math.max(...times) * 1000);
}

/** A number that is another one after each commit of any other connection to the database. */
export function versionOfDatabase(): number {
  return Number(database().$client.pragma('data_version', { simple: true }));
}
