import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { settings } from '@/lib/settings';
import { changedAt } from './changed';
import { findCatalogueLoad } from './queries/catalogue';
import { siteVersions } from './version';

/** Reads the state of the database. Throws if it can't be read or has no catalogue. */
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
