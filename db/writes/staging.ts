import { rmSync } from 'node:fs';
import type { Identity } from '@/lib/import/resolve';
import type { Problem, RecordKind } from '@/lib/import/problem';
import { openScratch } from '../client';

/** Another process is importing from the same source. */
export class StagingBusy extends Error {
  override name = 'StagingBusy';
}

const TABLES = `
  create table if not exists state (key text primary key, value text not null);
  create table if not exists pages (
    address text primary key, next text, count integer, size integer not null, fresh integer not null
  );
  create table if not exists documents (
    kind text not null, id integer not null, slug text not null, repo_url text,
    modified_at integer not null, is_whole integer not null, document text not null,
    primary key (kind, id)
  );
  create table if not exists problems (
    place text not null, why text not null, is_left_out integer not null, primary key (place, why)
  );`;

/** A valid document with its identity. */
export interface StagedDocument extends Identity {
  kind: RecordKind | 'catalogue';
  isWhole: boolean;
  document: string;
}

/** A page of a list that has been read. */
export interface StagedPage {
  next: string | null;
  count: number | null;
  /** Number of documents on it, and how many of them were new. */
  size: number;
  fresh: number;
}

type Row = Record<string, string | number | null>;

export type Staging = ReturnType<typeof openStaging>;

/** Opens the file in which an import collects documents before it writes; after an interruption, the next run resumes from it. */
export function openStaging(path: string) {
  const file = open(path);
  file.exec(TABLES);
  const one = (text: string) => file.prepare<(string | number | null)[], Row>(text);
  const state = one('select value from state where key = ?');
  const saveState = one('insert or replace into state values (?, ?)');
  const page = one('select next, count, size, fresh from pages where address = ?');
  const savePage = one('insert or replace into pages values (?, ?, ?, ?, ?)');
  const known = one('select is_whole from documents where kind = ? and id = ?');
  const saveDocument = one('insert or replace into documents values (?, ?, ?, ?, ?, ?, ?)');
  const saveProblem = one('insert or ignore into problems values (?, ?, ?)');
  const identities = one(
    'select id, slug, repo_url, modified_at from documents where kind = ? order by id',
  );
  const batch = one(
    'select id, document from documents where kind = ? and id > ? order by id limit ?',
  );
  const counts = one('select count(*) as count from documents where kind = ?');
  const problems = one('select place, why, is_left_out from problems order by rowid');

  /** Saves a document, but never replaces a whole one by a partial one. Returns whether the record is new. */
  const stage = (it: StagedDocument): boolean => {
    const other = known.get(it.kind, it.id);
    if (other?.['is_whole'] === 1 && !it.isWhole) return false;
    const { kind, id, slug, repoUrl, modifiedAt, isWhole, document } = it;
    saveDocument.run(kind, id, slug, repoUrl, modifiedAt, Number(isWhole), document);
    return other === undefined;
  };
  const stageAll = (documents: StagedDocument[], faults: Problem[]): number => {
    // Records that can't be used count as new too.
    const fresh = documents.filter(stage).length + faults.filter((it) => it.isSkipped).length;
    for (const it of faults) saveProblem.run(it.at, it.why, Number(it.isSkipped));
    return fresh;
  };
  const number = (value: string | number | null | undefined) => Number(value ?? 0);

  return {
    findState: (key: string) => {
      const value = state.get(key)?.['value'];
      return value === undefined ? undefined : String(value);
    },
    saveState: (key: string, value: string) => {
      saveState.run(key, value);
    },
    findPage: (address: string): StagedPage | undefined => {
      const row = page.get(address);
      return (
        row && {
          next: row['next'] === null ? null : String(row['next']),
          count: row['count'] === null ? null : number(row['count']),
          size: number(row['size']),
          fresh: number(row['fresh']),
        }
      );
    },
    /** Saves documents and the problems of others in one transaction. Returns how many were new. */
    saveDocuments: file.transaction(stageAll),
    /** Like `saveDocuments`, for a page, which is marked as read. */
    savePage: file.transaction(
      (
        address: string,
        it: Omit<StagedPage, 'fresh'>,
        documents: StagedDocument[],
        faults: Problem[],
      ) => {
        const fresh = stageAll(documents, faults);
        savePage.run(address, it.next, it.count, it.size, fresh);
        return fresh;
      },
    ),
    count: (kind: StagedDocument['kind']) => number(counts.get(kind)?.['count']),
    listIdentities: (kind: RecordKind): Identity[] =>
      identities.all(kind).map((row) => ({
        id: number(row['id']),
        slug: String(row['slug']),
        repoUrl: row['repo_url'] === null ? null : String(row['repo_url']),
        modifiedAt: number(row['modified_at']),
      })),
    /** Up to `limit` documents of a kind with ids above `after`, in ascending order. */
    listDocuments: (kind: StagedDocument['kind'], after: number, limit: number) =>
      batch.all(kind, after, limit).map((row) => ({
        id: number(row['id']),
        document: String(row['document']),
      })),
    listProblems: (): Problem[] =>
      problems.all().map((row) => ({
        at: String(row['place']),
        why: String(row['why']),
        isSkipped: row['is_left_out'] === 1,
      })),
    /** Deletes everything collected. */
    clear: () => {
      file.exec(
        'delete from state; delete from pages; delete from documents; delete from problems',
      );
    },
    close: () => {
      file.close();
    },
    /** Closes and deletes the file. */
    remove: () => {
      file.close();
      for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
    },
  };
}

function open(path: string) {
  try {
    return openScratch(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'SQLITE_BUSY') {
      throw new StagingBusy(`Another import of the same source is under way (${path}).`);
    }
    // A file corrupted by a full disk or an unplugged cable can only be started over.
    if (code !== 'SQLITE_NOTADB' && code !== 'SQLITE_CORRUPT') throw error;
    rmSync(path);
    return openScratch(path);
  }
}
