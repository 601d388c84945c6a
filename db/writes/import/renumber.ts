import { getTableName } from 'drizzle-orm';
import type { RecordKind } from '@/lib/import/problem';
import { database } from '../../client';
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
    ['metric_samples', 'package_id'],
    ['package_examples', 'package_id'],
    ['slug_redirects', 'package_id'],
    ['grid_packages', 'package_id'],
    ['packages', 'replaced_by_id'],
    ['packages', 'id'],
  ],
  grid: [
    ['slug_redirects', 'grid_id'],
    ['grid_packages', 'grid_id'],
    ['features', 'grid_id'],
    ['cells', 'grid_id'],
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
  const name = getTableName(tables[kind]);
  client.prepare(`update ${name} set feed_id = ifnull(feed_id, ?) where id = ?`).run(from, to);
}
