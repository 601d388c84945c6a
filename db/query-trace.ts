import { createHash } from 'node:crypto';
import type Sqlite from 'better-sqlite3';

type Manner = 'all' | 'get';

/** Format of rows: objects, lists of values, or only the first value of each. */
export type Shape = 'objects' | 'lists' | 'values';

/** A query that was run. */
export interface TracedQuery {
  sql: string;
  manner: Manner;
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

// On globalThis, since Next loads its own copy of the modules of db, and the front server another.
declare global {
  var packgridRecording: Recording | undefined;
}

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
    (manner: Manner, read: (...values: unknown[]) => unknown) =>
    (...values: unknown[]) => {
      const rows = read(...values);
      const recording = globalThis.packgridRecording;
      if (recording) note(recording, { sql: statement.source, manner, shape, values }, rows);
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
      if (globalThis.packgridRecording) globalThis.packgridRecording.isWhole = false;
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
  const outer = globalThis.packgridRecording;
  const recording = newRecording();
  globalThis.packgridRecording = recording;
  try {
    return { result: work(), recording };
  } finally {
    globalThis.packgridRecording = outer;
    noteAgain(recording);
  }
}

/** Adds an earlier recording to the current one, if any. */
export function noteAgain({ list, digests, isWhole }: Recording): void {
  const recording = globalThis.packgridRecording;
  if (!recording) return;
  recording.list.push(...list);
  recording.digests.push(...digests);
  recording.isWhole &&= isWhole;
}

const newRecording = (): Recording => ({ list: [], digests: [], isWhole: true });

/**
 * Runs work and returns its result and all queries run meanwhile in this process; `reads` is undefined if they can't be repeated. Queries
 * of concurrent work are included, which is harmless; none is ever missed. Throws if other work is being recorded.
 */
export async function traceQueries<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; reads: QueryTrace | undefined }> {
  if (globalThis.packgridRecording) throw new Error('Another recording is in progress.');
  const recording = newRecording();
  globalThis.packgridRecording = recording;
  try {
    const result = await work();
    const { list, digests, isWhole } = recording;
    return { result, reads: isWhole ? { list, digest: digestOfAll(digests) } : undefined };
  } finally {
    globalThis.packgridRecording = undefined;
  }
}
