import { createHash } from 'node:crypto';
import type Sqlite from 'better-sqlite3';

type Manner = 'all' | 'get';

/** How rows come: as objects, as lists of values, or as the first value of each. */
export type Shape = 'objects' | 'lists' | 'values';

/** A question that was put to the database. */
export interface Read {
  sql: string;
  manner: Manner;
  shape: Shape;
  values: unknown[];
}

/** All that was asked of the database for one thing, and a digest of what it said. */
export interface Reads {
  list: Read[];
  digest: string;
}

/** What is read while something is done, and a digest of each thing that was said. */
export interface Recording {
  list: Read[];
  digests: string[];
  /** Whether all of it can be asked again. */
  isWhole: boolean;
}

// On globalThis, since Next loads the modules of db once for itself and the front once more.
declare global {
  var packgridRecording: Recording | undefined;
}

/** What is drawn from more questions than this is cheaper to draw again. */
const MOST_READS = 2000;

/** Makes a connection tell a recording what is read on it. */
export function noteReads(file: Sqlite.Database): void {
  const prepare = file.prepare.bind(file);
  Object.defineProperty(file, 'prepare', {
    value: (sql: string) => {
      const statement = prepare(sql);
      return statement.reader ? watched(statement) : statement;
    },
  });
}

/** The statement itself, whose rows go through a recording where there is one. */
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

function note(recording: Recording, read: Read, rows: unknown): void {
  if (recording.list.length >= MOST_READS) recording.isWhole = false;
  if (!recording.isWhole) return;
  recording.list.push(read);
  recording.digests.push(digestOfRows(rows));
}

const digest = (text: string) => createHash('sha256').update(text).digest('base64url');

/** Of what a query found: another one for any other rows. */
export const digestOfRows = (rows: unknown) =>
  digest(rows === undefined ? 'none' : JSON.stringify(rows));

/** Of what some queries found, by the digest of each. */
export const digestOfAll = (digests: string[]) => digest(digests.join(' '));

/** Does some work at once, and tells what is read meanwhile; that counts as read for what is being recorded besides. */
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

/** Counts what was once recorded as read for what is being recorded now. */
export function noteAgain({ list, digests, isWhole }: Recording): void {
  const recording = globalThis.packgridRecording;
  if (!recording) return;
  recording.list.push(...list);
  recording.digests.push(...digests);
  recording.isWhole &&= isWhole;
}

const newRecording = (): Recording => ({ list: [], digests: [], isWhole: true });

/**
 * Does some work and tells what was read meanwhile by anyone in this process; undefined where it can't be asked again. So one work
 * may be recorded at a time: what another one reads is counted in, which does no harm, but nothing is ever left out.
 */
export async function recordReads<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; reads: Reads | undefined }> {
  if (globalThis.packgridRecording) throw new Error('Another work is being recorded.');
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
