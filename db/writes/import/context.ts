import { asc, getTableName, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { FIRST_OWN_ID } from '@/lib/transfer/catalogue-records';
import { MOST_ID } from '@/lib/transfer/import/fields';
import type { Problem, RecordKind } from '@/lib/transfer/import/problem';
import type { Identity, Preference, Resolved } from '@/lib/transfer/import/resolve';
import { database } from '../../client';
import { categories, grids, packages } from '../../schema';

/** What became of a record. */
export interface Change {
  kind: RecordKind;
  id: number;
  slug: string;
  action: 'added' | 'changed' | 'same' | 'removed';
  /** `repo_watchers: 100 → 120`. */
  details: string[];
}

/** What merging one record needs to know of the whole import. */
export interface ImportContext {
  /** Says what would happen, and writes nothing. */
  isDry: boolean;
  prefer: Preference;
  /** Rows here that a record with facts lacks there are taken away. */
  isPruning: boolean;
  resolved: Record<RecordKind, Resolved>;
  /** Records as they were before the import, by their id here. */
  before: Record<RecordKind, Map<number, Identity>>;
  /** Whose index and health have to be brought up to date. */
  touched: { package: Set<number>; grid: Set<number> };
  /** Hosts that figures came from without naming their source. */
  hosts: Set<string>;
  report: (problem: Problem) => void;
}

const tables = { category: categories, package: packages, grid: grids };

/** What names the records here. */
export function listIdentities(kind: RecordKind): Identity[] {
  const table = tables[kind];
  return database()
    .select({
      id: sql<number>`${table.id}`,
      slug: sql<string>`${table.slug}`,
      repoUrl: kind === 'package' ? sql<string | null>`${packages.repoUrl}` : sql<null>`null`,
      // What was never edited since it was made is nobody's work that an import could undo.
      modifiedAt: sql<number>`iif(${table.modifiedAt} > ${table.createdAt}, ${table.modifiedAt}, 0)`,
    })
    .from(table)
    .orderBy(asc(table.id))
    .all();
}

/** The number that a new row gets: the one it has at its source, unless another row has it here or none could come after it. */
export function claimId(table: SQLiteTable, wanted: number | undefined): number {
  const { $client: client } = database();
  const name = getTableName(table);
  if (wanted !== undefined && wanted <= MOST_ID) {
    const holder = client.prepare(`select 1 from ${name} where id = ?`).get(wanted);
    if (holder === undefined) return wanted;
  }
  const most = client.prepare(`select max(id) from ${name}`).pluck().get();
  return Math.max(typeof most === 'number' ? most + 1 : 0, FIRST_OWN_ID);
}
