import Sqlite from 'better-sqlite3';
import { settings } from '@/lib/settings';

/** Tells one state of the database from another, whoever writes it. */
export interface Versions {
  /** Another number after each commit of anyone; it says nothing to another process. */
  data: () => number;
  /** A number that a writer may keep in the file, to know its own writes again. */
  stamp: () => number;
  close: () => void;
}

/**
 * Opens a connection that only watches. It is one of its own, since a connection that writes doesn't see its own commits as such. Throws
 * SqliteError where the file isn't there.
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

/** Those of the site's database, by one connection for all of this process that ask. */
export function siteVersions(): Versions {
  return (ofSite ??= watchVersions());
}
