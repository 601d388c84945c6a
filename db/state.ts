import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { settings } from '@/lib/settings';
import { changedAt } from './changed';
import { findCatalogueLoad } from './queries/catalogue';
import { siteVersions } from './version';

/** What the database is like, by reading it. Throws where that can't be done or where it has no catalogue. */
export function readDatabaseState() {
  const { DATABASE_PATH: path } = settings();
  const { size } = statSync(/* turbopackIgnore: true */ path);
  if (!findCatalogueLoad()) throw new Error('The database has no catalogue.');
  const versions = siteVersions();
  return {
    file: basename(path),
    bytes: size,
    data_version: versions.data(),
    user_version: versions.stamp(),
    last_write: new Date(changedAt() / 1000).toISOString(),
  };
}
