import { randomBytes } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import { settings } from '@/lib/settings';

/**
 * The second database, beside the site's: sessions, sign-in attempts and used form tokens. They change at any time, and in a file of
 * their own their changes don't make the cache revalidate its pages. If it is lost, everyone is signed out.
 */

const TABLES = `
  create table if not exists stored (key text primary key, value text not null, expires_at integer) without rowid;
  create index if not exists stored_expiry on stored (expires_at);
  create index if not exists stored_session on stored (json_extract(value, '$.session.userId')) where json_valid(value);
`;

/** Path of the state database of a site database. */
const statePath = (databasePath: string): string => `${databasePath}-state`;

declare global {
  var packgridState: Sqlite.Database | undefined;
}

/** The state database, created on first use. */
export function stateDatabase(): Sqlite.Database {
  return (globalThis.packgridState ??= open(statePath(settings().DATABASE_PATH)));
}

function open(path: string): Sqlite.Database {
  const file = new Sqlite(path);
  file.pragma('journal_mode = WAL');
  file.pragma('synchronous = NORMAL');
  file.pragma('busy_timeout = 5000');
  file.exec(TABLES);
  return file;
}

const seconds = () => Math.floor(Date.now() / 1000);

/** A key-value store whose entries may expire. */
export const storage = {
  /** The value of a key; null if there is none or it has expired. */
  get: (key: string): string | null =>
    stateDatabase()
      .prepare<[string, number], string>(
        'select value from stored where key = ? and (expires_at is null or expires_at > ?)',
      )
      .pluck()
      .get(key, seconds()) ?? null,
  /** Stores a value, for `lifetime` seconds if given. */
  set: (key: string, value: string, lifetime?: number): void => {
    const file = stateDatabase();
    file.prepare('delete from stored where expires_at <= ?').run(seconds());
    file
      .prepare('insert or replace into stored (key, value, expires_at) values (?, ?, ?)')
      .run(key, value, lifetime === undefined ? null : seconds() + lifetime);
  },
  delete: (key: string): void => {
    stateDatabase().prepare('delete from stored where key = ?').run(key);
  },
  /** Stores a key if it is new, for `lifetime` seconds; returns whether it was. Of several callers, one gets true. */
  claim: (key: string, lifetime: number): boolean =>
    stateDatabase()
      .prepare(
        `insert into stored (key, value, expires_at) values (?, '', ?)
        on conflict (key) do update set expires_at = excluded.expires_at where expires_at <= ?`,
      )
      .run(key, seconds() + lifetime, seconds()).changes > 0,
};

/** The key that signs cookies and form tokens: AUTH_SECRET, or else one that was made at random and kept in the state database. */
export function authSecret(): string {
  const { AUTH_SECRET } = settings();
  if (AUTH_SECRET !== undefined) return AUTH_SECRET;
  stateDatabase()
    .prepare(`insert or ignore into stored (key, value) values ('secret', ?)`)
    .run(randomBytes(32).toString('base64url'));
  return storage.get('secret') ?? '';
}
