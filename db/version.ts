import Sqlite from 'better-sqlite3';
import { settings } from '@/lib/settings';

/** Detects changes to the database by any program. */
export interface Versions {
  /** SQLite's data_version, which changes with each commit by anyone; only meaningful within this process. */
  data: () => number;
  /** SQLite's user_version, which a writer may set in the file to recognize its own writes. */
  stamp: () => number;
  close: () => void;
}

/**
 * Opens a separate read-only connection, since `data_version` doesn't change for a connection's own commits. Throws SqliteError if the file
 * doesn't exist.
 */
export function watchVersions(path = settings().DATABASE_PATH): Versions {
  const file = new Sqlite(path, { readonly: true });
  const data = file.prepare<[], number>('pragma data_version').pluck();
  const stamp = file.prepare<[], number>('pragma user_version').pluck();
  return {
    data: () => data.get() ?? 0,
    stamp: () => stamp.get() ?? 0,
    close: () => file.close(),
  };
}

let ofSite: Versions | undefined;

/** Versions of the site's database, read over one connection shared by the whole process. */
export function siteVersions(): Versions {
  return (ofSite ??= watchVersions());
}
