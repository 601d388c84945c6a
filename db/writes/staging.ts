import { rmSync } from 'node:fs';
import type { Identity } from '@/lib/transfer/import/resolve';
import type { Problem, RecordKind } from '@/lib/transfer/import/problem';
import { openScratch } from '../client';

/** Another process gathers the same. */
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

/** A document that was read and found to be in order, with what names it. */
export interface StagedDocument extends Identity {
  kind: RecordKind | 'catalogue';
  isWhole: boolean;
  document: string;
}

/** A page of a list, as it was read. */
export interface StagedPage {
  next: string | null;
  count: number | null;
  /** How many documents it had, and how many of them were not known before. */
  size: number;
  fresh: number;
}

type Row = Record<string, string | number | null>;

export type Staging = ReturnType<typeof openStaging>;

/** What an import gathers before it writes: it outlives an interruption, so that the next run goes on from there. */
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

  /** Of two documents of one record the one that says more stays, else the later one. */
  const stage = (it: StagedDocument): boolean => {
    const other = known.get(it.kind, it.id);
    if (other?.['is_whole'] === 1 && !it.isWhole) return false;
    const { kind, id, slug, repoUrl, modifiedAt, isWhole, document } = it;
    saveDocument.run(kind, id, slug, repoUrl, modifiedAt, Number(isWhole), document);
    return other === undefined;
  };
  const stageAll = (documents: StagedDocument[], faults: Problem[]): number => {
    // What can't be used was not there before either.
    const fresh = documents.filter(stage).length + faults.length;
    for (const it of faults) saveProblem.run(it.at, it.why, Number(it.isLeftOut));
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
    /** Documents and what is wrong with others; all of them or none. */
    saveDocuments: file.transaction(stageAll),
    /** The same of a page, which is then known as read. Says how many documents were new. */
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
    /** So many documents of a kind with an id above one, by rising id. */
    listDocuments: (kind: StagedDocument['kind'], after: number, limit: number) =>
      batch.all(kind, after, limit).map((row) => ({
        id: number(row['id']),
        document: String(row['document']),
      })),
    listProblems: (): Problem[] =>
      problems.all().map((row) => ({
        at: String(row['place']),
        why: String(row['why']),
        isLeftOut: row['is_left_out'] === 1,
      })),
    /** Forgets all that was gathered. */
    clear: () => {
      file.exec(
        'delete from state; delete from pages; delete from documents; delete from problems',
      );
    },
    close: () => {
      file.close();
    },
    /** Closes it and takes the file away. */
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
    // What a full disk or a lost cable left behind can only be begun anew.
    if (code !== 'SQLITE_NOTADB' && code !== 'SQLITE_CORRUPT') throw error;
    rmSync(path);
    return openScratch(path);
  }
}
