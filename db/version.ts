import { statSync } from 'node:fs';
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

/** Room for the versions of one file; a later file's are above them. */
const PER_FILE = 2 ** 32;

/**
 * Opens a separate read-only connection, since `data_version` doesn't change for a connection's own commits. If another file takes the
 * place of the database, it is opened, and the version changes. Throws SqliteError if the file doesn't exist.
 */
export function watchVersions(path = settings().DATABASE_PATH): Versions {
  let [opened, files] = [openReader(path), 0];
  /** A deleted database stays open, so what is known of it can still be served. */
  const current = () => {
    const present = idOfFile(path);
    if (present === undefined || present === opened.id) return opened;
    opened.file.close();
    opened = openReader(path);
    files += 1;
    return opened;
  };
  return {
    data: () => (current().data.get() ?? 0) + files * PER_FILE,
    stamp: () => opened.stamp.get() ?? 0,
    close: () => opened.file.close(),
  };
}

function openReader(path: string) {
  const file = new Sqlite(path, { readonly: true });
  return {
    file,
    id: idOfFile(path),
    data: file.prepare<[], number>('pragma data_version').pluck(),
    stamp: file.prepare<[], number>('pragma user_version').pluck(),
  };
}

/** Identifies the file at a path; undefined if there is none. */
function idOfFile(path: string): string | undefined {
  const stat = statSync(/* turbopackIgnore: true */ path, { throwIfNoEntry: false });
  return stat && `${stat.dev} ${stat.ino}`;
}

/** Returns whether another file has taken the place of the database since this call. A deleted database is not replaced. */
export function watchReplacement(path = settings().DATABASE_PATH): () => boolean {
  const opened = idOfFile(path);
  return () => ![undefined, opened].includes(idOfFile(path));
}

let ofSite: Versions | undefined;

/** Versions of the site's database, read over one connection shared by the whole process. */
export function siteVersions(): Versions {
  return (ofSite ??= watchVersions());
}
