import type Sqlite from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import { database } from './client';
import { addRows, newDigest, type Read, type Reads, type Shape } from './reads';

/** Whether the database says the same as before, asked all of it again in one view of its state. */
export function areUnchanged({ list, digest }: Reads): boolean {
  if (list.length === 0) return true;
  const recording = globalThis.packgridRecording;
  // What is being drawn meanwhile doesn't depend on what is asked here.
  globalThis.packgridRecording = undefined;
  try {
    return digestOf(list) === digest;
  } finally {
    globalThis.packgridRecording = recording;
  }
}

function digestOf(list: Read[]): string {
  const hash = newDigest();
  const readAll = database().$client.transaction(() => {
    for (const read of list) addRows(hash, readAgain(read));
  });
  readAll();
  return hash.digest('base64url');
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
