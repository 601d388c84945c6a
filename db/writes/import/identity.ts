import { asc, getTableName, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { FIRST_OWN_ID } from '@/lib/catalogue-file/records/ids';
import { MOST_ID } from '@/lib/import/fields';
import type { RecordKind } from '@/lib/import/problem';
import type { Identity } from '@/lib/import/resolve';
import { database } from '../../client';
import { categories, grids, packages } from '../../schema';

/** The table of each kind of record. */
export const tables = { category: categories, package: packages, grid: grids };

/** Identities of all local records of a kind. */
export function listIdentities(kind: RecordKind): Identity[] {
  const table = tables[kind];
  return database()
    .select({
      id: sql<number>`${table.id}`,
      slug: sql<string>`${table.slug}`,
      repoUrl: kind === 'package' ? sql<string | null>`${packages.repoUrl}` : sql<null>`null`,
      // 0 if never edited since creation: there are no edits that an import could undo.
      modifiedAt: sql<number>`iif(${table.modifiedAt} > ${table.createdAt}, ${table.modifiedAt}, 0)`,
    })
    .from(table)
    .orderBy(asc(table.id))
    .all();
}

/** Returns the id for a new row: its id at the source, unless that is taken here or above MOST_ID. */
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

/** Frees a slug for a record: any other record that has it gets a placeholder until its own is set later in the import. */
export function claimSlug(kind: RecordKind, slug: string | undefined, id: number): void {
  const name = getTableName(tables[kind]);
  database()
    .$client.prepare(`update ${name} set slug = '~' || id where slug = ? and id <> ?`)
    .run(slug, id);
}
