import { statSync } from 'node:fs';
import { settings } from '@/lib/settings';
import type { Micros } from '@/lib/time';

/** When any program last wrote to the database: SQLite writes commits to the WAL, and the WAL to the database file. */
export function changedAt(): Micros {
  const { DATABASE_PATH: path } = settings();
  const times = [path, `${path}-wal`].map(
    // Otherwise the bundler assumes that this may read any file of the project.
    (file) => statSync(/* turbopackIgnore: true */ file, { throwIfNoEntry: false })?.mtimeMs ?? 0,
  );
  return Math.floor(Math.max(...times) * 1000);
}
