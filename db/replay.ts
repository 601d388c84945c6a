import type Sqlite from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import { database } from './client';
import { digestOfAll, digestOfRows, type Read, type Reads, type Shape } from './reads';

/** What takes longer than this, in milliseconds, is asked once for all that were drawn from it: lists share much of what they are drawn from. */
const SLOW = 0.2;

/** Whether the database says the same as before. */
export type AreUnchanged = (reads: Reads) => boolean;

/** `findVersion` names the state of the database. All of what was read is asked again in one view of its state. */
export function replayWith(findVersion: () => number): AreUnchanged {
  const slow = slowDigests();

  function digestOf(read: Read): string {
    const known = slow.find(read);
    if (known !== undefined) return known;
    const begun = performance.now();
    const digest = digestOfRows(readAgain(read));
    if (performance.now() - begun > SLOW) slow.save(read, digest);
    return digest;
  }

  return ({ list, digest }) => {
    if (list.length === 0) return true;
    const version = findVersion();
    slow.begin(version);
    const recording = globalThis.packgridRecording;
    // What is being drawn meanwhile doesn't depend on what is asked here.
    globalThis.packgridRecording = undefined;
    try {
      const readAll = database().$client.transaction(() => list.map(digestOf));
      return digestOfAll(readAll()) === digest;
    } finally {
      globalThis.packgridRecording = recording;
      // A commit in between may be in what was read, and may not.
      if (findVersion() !== version) slow.forget();
    }
  };
}

/** Digests of what was read of one state of the database. */
function slowDigests() {
  let version: number | undefined;
  const statements = new Map<string, Map<string, string>>();
  const key = ({ manner, shape, values }: Read) => JSON.stringify([manner, shape, values]);
  const forget = () => {
    statements.clear();
    version = undefined;
  };
  return {
    begin: (of: number) => {
      if (of !== version) forget();
      version = of;
    },
    find: (read: Read) => statements.get(read.sql)?.get(key(read)),
    save: (read: Read, digest: string) => {
      const ofStatement = statements.get(read.sql) ?? new Map<string, string>();
      statements.set(read.sql, ofStatement);
      ofStatement.set(key(read), digest);
    },
    forget,
  };
}

/** Room for every statement that is prepared once, and for the last ones that were made for one query. */
const statements = new LRUCache<string, Sqlite.Statement>({ max: 500 });

function readAgain({ sql, manner, shape, values }: Read): unknown {
  const key = `${shape} ${sql}`;
  const statement = statements.get(key) ?? shaped(database().$client.prepare(sql), shape);
  statements.set(key, statement);
  return manner === 'all' ? statement.all(...values) : statement.get(...values);
}

function shaped(statement: Sqlite.Statement, shape: Shape): Sqlite.Statement {
  if (shape === 'objects') return statement;
  return shape === 'lists' ? statement.raw() : statement.pluck();
}
