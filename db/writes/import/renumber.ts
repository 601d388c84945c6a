import { eq, getTableName, like, or } from 'drizzle-orm';
import type { RecordKind } from '@/lib/import/problem';
import { renumberFields } from '@/lib/revisions/renumber';
import { database } from '../../client';
import { revisions } from '../../schema';
import { tables } from './identity';

/** Columns that hold the id of a record. */
const holders: Record<RecordKind, [table: string, column: string][]> = {
  category: [
    ['packages', 'category_id'],
    ['categories', 'id'],
  ],
  package: [
    ['versions', 'package_id'],
    ['package_support', 'package_id'],
    ['repositories', 'package_id'],
    ['pypi_projects', 'package_id'],
    ['weekly_metrics', 'package_id'],
    ['package_examples', 'package_id'],
    ['slug_redirects', 'package_id'],
    ['grid_packages', 'package_id'],
    ['packages', 'replaced_by_id'],
    ['favorites', 'package_id'],
    ['usages', 'package_id'],
    ['list_packages', 'package_id'],
    ['watches', 'package_id'],
    ['flags', 'package_id'],
    ['packages', 'id'],
  ],
  grid: [
    ['slug_redirects', 'grid_id'],
    ['grid_packages', 'grid_id'],
    ['features', 'grid_id'],
    ['cells', 'grid_id'],
    ['watches', 'grid_id'],
    ['grids', 'id'],
  ],
};

/**
 * Changes the id of a record everywhere. Call it in a transaction that defers foreign keys. Feeds keep the first id; otherwise feed readers
 * would show all items again.
 */
export function renumber(kind: RecordKind, from: number, to: number): void {
  const { $client: client } = database();
  for (const [table, column] of holders[kind]) {
    client.prepare(`update ${table} set ${column} = ? where ${column} = ?`).run(to, from);
  }
  client
    .prepare('update revisions set record_id = ? where kind = ? and record_id = ?')
    .run(to, kind, from);
  if (kind !== 'grid') renumberHistory(kind, from, to);
  const name = getTableName(tables[kind]);
  client.prepare(`update ${name} set feed_id = ifnull(feed_id, ?) where id = ?`).run(from, to);
}

/** Changes the id in the fields of other records: in grids those of a package, and in packages their category and their replacement. */
function renumberHistory(kind: 'package' | 'category', from: number, to: number): void {
  const db = database();
  const id = `%${from}%`;
  const rows = db
    .select()
    .from(revisions)
    .where(or(like(revisions.before, id), like(revisions.after, id)))
    .all();
  for (const row of rows) {
    const before = renumberFields(row.before, kind, from, to);
    const after = renumberFields(row.after, kind, from, to);
    db.update(revisions).set({ before, after }).where(eq(revisions.id, row.id)).run();
  }
}
