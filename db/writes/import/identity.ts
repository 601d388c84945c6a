import { asc, getTableName, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { FIRST_OWN_ID } from '@/lib/transfer/catalogue-records/ids';
import { MOST_ID } from '@/lib/transfer/import/fields';
import type { RecordKind } from '@/lib/transfer/import/problem';
import type { Identity } from '@/lib/transfer/import/resolve';
import { database } from '../../client';
import { categories, grids, packages } from '../../schema';

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

/** Takes a slug for a record off any other, which gets its own later in the import. */
export function claimSlug(kind: RecordKind, slug: string | undefined, id: number): void {
  const name = getTableName(tables[kind]);
  database()
    .$client.prepare(`update ${name} set slug = '~' || id where slug = ? and id <> ?`)
    .run(slug, id);
}
