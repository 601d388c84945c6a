import { asc, getTableName, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { FIRST_OWN_ID, MOST_ID } from '@/lib/import/fields';
import type { RecordKind } from '@/lib/import/problem';
import type { Identity } from '@/lib/import/resolve';
import { database, preparedFor } from '../../client';
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

/** Returns the ids for new rows: each its id at the source, unless that is taken here or above MOST_ID. */
export function claimIds(table: SQLiteTable, rows: { id?: number | undefined }[]): number[] {
  const { highest, listTaken } = idStatements(getTableName(table));
  const wanted = rows.map(({ id }) => id ?? 0);
  const taken = new Set<unknown>(listTaken.all(JSON.stringify(wanted)));
  let next = Math.max(Number(highest.get()) + 1, FIRST_OWN_ID);
  return wanted.map((id) => {
    const own = id > 0 && id <= MOST_ID && !taken.has(id) ? id : next;
    taken.add(own);
    next = Math.max(next, own + 1);
    return own;
  });
}

const idStatements = preparedFor(({ $client: client }, name: string) => ({
  highest: client
    .prepare(
      `select max(
        ifnull((select max(id) from ${name}), 0),
        ifnull((select highest from used_ids where table_name = '${name}'), 0)
      )`,
    )
    .pluck(),
  listTaken: client
    .prepare(`select id from ${name} where id in (select value from json_each(?))`)
    .pluck(),
}));

/** Frees a slug for a record: any other record that has it gets a placeholder until its own is set later in the import. */
export function claimSlug(kind: RecordKind, slug: string | undefined, id: number): void {
  const name = getTableName(tables[kind]);
  database()
    .$client.prepare(`update ${name} set slug = '~' || id where slug = ? and id <> ?`)
    .run(slug, id);
}
