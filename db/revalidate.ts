import type Sqlite from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import { database } from './client';
import {
  digestOfAll,
  digestOfRows,
  withoutRecording,
  type TracedQuery,
  type QueryTrace,
  type Shape,
} from './query-trace';

/** Digests of queries slower than this, in milliseconds, are shared between checks: lists have many queries in common. */
const SLOW = 0.2;

/** Whether the queries still return the same rows. */
export type AreUnchanged = (trace: QueryTrace) => boolean;

/** Returns a check that repeats all queries of a trace in one transaction. `findVersion` returns the version of the database. */
export function revalidateWith(findVersion: () => number): AreUnchanged {
  const slow = slowDigests();

  function digestOf(read: TracedQuery): string {
    const known = slow.find(read);
    if (known !== undefined) return known;
    const start = performance.now();
    const digest = digestOfRows(readAgain(read));
    if (performance.now() - start > SLOW) slow.save(read, digest);
    return digest;
  }

  return ({ list, digest }) => {
    if (list.length === 0) return true;
    const version = findVersion();
    slow.begin(version);
    const readAll = database().$client.transaction(() => list.map(digestOf));
    try {
      return digestOfAll(withoutRecording(readAll)) === digest;
    } finally {
      // A commit in between may or may not be included in what was read.
      if (findVersion() !== version) slow.forget();
    }
  };
}

/** Digests of slow queries for one version of the database. */
function slowDigests() {
  let version: number | undefined;
  const statements = new Map<string, Map<string, string>>();
  const key = ({ method, shape, values }: TracedQuery) => JSON.stringify([method, shape, values]);
  const forget = () => {
    statements.clear();
    version = undefined;
  };
  return {
    begin: (of: number) => {
      if (of !== version) forget();
      version = of;
    },
    find: (read: TracedQuery) => statements.get(read.sql)?.get(key(read)),
    save: (read: TracedQuery, digest: string) => {
      const ofStatement = statements.get(read.sql) ?? new Map<string, string>();
      statements.set(read.sql, ofStatement);
      ofStatement.set(key(read), digest);
    },
    forget,
  };
}

/** Large enough for all statements that are prepared once, plus the latest ad hoc ones. */
const statements = new LRUCache<string, Sqlite.Statement>({ max: 500 });

function readAgain({ sql, method, shape, values }: TracedQuery): unknown {
  const key = `${shape} ${sql}`;
  const statement = statements.get(key) ?? shaped(database().$client.prepare(sql), shape);
  statements.set(key, statement);
  return method === 'all' ? statement.all(...values) : statement.get(...values);
}

function shaped(statement: Sqlite.Statement, shape: Shape): Sqlite.Statement {
  if (shape === 'objects') return statement;
  return shape === 'lists' ? statement.raw() : statement.pluck();
}
