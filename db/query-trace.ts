import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import type Sqlite from 'better-sqlite3';

type Method = 'all' | 'get';

/** Format of rows: objects, lists of values, or only the first value of each. */
export type Shape = 'objects' | 'lists' | 'values';

/** A query that was run. */
export interface TracedQuery {
  sql: string;
  method: Method;
  shape: Shape;
  values: unknown[];
}

/** All queries run for one result, and a digest of the rows they returned. */
export interface QueryTrace {
  list: TracedQuery[];
  digest: string;
}

/** Queries recorded during a piece of work, and a digest of each one's rows. */
export interface Recording {
  list: TracedQuery[];
  digests: string[];
  /** Whether all of the queries can be repeated. */
  isWhole: boolean;
}

// On globalThis, since Next loads its own copy of the modules of db, and the origin server another.
declare global {
  var packgridRecordings: AsyncLocalStorage<Recording | undefined> | undefined;
}

/** The recording of the work that is running; each render has its own, so renders may overlap. */
const recordings = (globalThis.packgridRecordings ??= new AsyncLocalStorage<
  Recording | undefined
>());

/** With more queries than this, rendering again is cheaper than checking them. */
const MOST_READS = 2000;

/** Patches a connection so that its reads are added to the current recording. */
export function noteReads(file: Sqlite.Database): void {
  const prepare = file.prepare.bind(file);
  Object.defineProperty(file, 'prepare', {
    value: (sql: string) => {
      const statement = prepare(sql);
      return statement.reader ? watched(statement) : statement;
    },
  });
}

/** Patches a statement to add its reads to the current recording, if any. Returns the same statement. */
function watched(statement: Sqlite.Statement): Sqlite.Statement {
  const own = {
    all: statement.all.bind(statement),
    get: statement.get.bind(statement),
    raw: statement.raw.bind(statement),
    pluck: statement.pluck.bind(statement),
    iterate: statement.iterate.bind(statement),
  };
  let shape: Shape = 'objects';
  const noting =
    (method: Method, read: (...values: unknown[]) => unknown) =>
    (...values: unknown[]) => {
      const rows = read(...values);
      const recording = recordings.getStore();
      if (recording) note(recording, { sql: statement.source, method, shape, values }, rows);
      return rows;
    };
  return Object.assign(statement, {
    all: noting('all', own.all),
    get: noting('get', own.get),
    raw: (isOn = true) => {
      shape = isOn ? 'lists' : 'objects';
      return own.raw(isOn);
    },
    pluck: (isOn = true) => {
      shape = isOn ? 'values' : 'objects';
      return own.pluck(isOn);
    },
    iterate: (...values: unknown[]) => {
      const recording = recordings.getStore();
      if (recording) recording.isWhole = false;
      return own.iterate(...values);
    },
  });
}

function note(recording: Recording, read: TracedQuery, rows: unknown): void {
  if (recording.list.length >= MOST_READS) recording.isWhole = false;
  if (!recording.isWhole) return;
  recording.list.push(read);
  recording.digests.push(digestOfRows(rows));
}

const digest = (text: string) => createHash('sha256').update(text).digest('base64url');

/** Digest of a query's rows. */
export const digestOfRows = (rows: unknown) =>
  digest(rows === undefined ? 'none' : JSON.stringify(rows));

/** Digest of several queries' rows, from the digest of each. */
export const digestOfAll = (digests: string[]) => digest(digests.join(' '));

/** Runs synchronous work and returns its result and the queries it ran, which are also added to the outer recording, if any. */
export function recordWithin<Result>(work: () => Result): { result: Result; recording: Recording } {
  const recording = newRecording();
  try {
    return { result: recordings.run(recording, work), recording };
  } finally {
    noteAgain(recording);
  }
}

/** Runs synchronous work whose queries are not part of any recording. */
export const withoutRecording = <Result>(work: () => Result): Result =>
  recordings.run(undefined, work);

/** Adds an earlier recording to the current one, if any. */
export function noteAgain({ list, digests, isWhole }: Recording): void {
  const recording = recordings.getStore();
  if (!recording) return;
  recording.list.push(...list);
  recording.digests.push(...digests);
  recording.isWhole &&= isWhole;
}

const newRecording = (): Recording => ({ list: [], digests: [], isWhole: true });

/** Runs work and returns its result and all queries that it ran; `trace` is undefined if they can't be repeated. */
export async function traceQueries<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; trace: QueryTrace | undefined }> {
  const recording = newRecording();
  const result = await recordings.run(recording, work);
  const { list, digests, isWhole } = recording;
  return { result, trace: isWhole ? { list, digest: digestOfAll(digests) } : undefined };
}
