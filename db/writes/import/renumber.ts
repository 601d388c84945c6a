import type { RecordKind } from '@/lib/transfer/import/problem';
import { database } from '../../client';

/** Where the number of a record stands. */
const holders: Record<RecordKind, [table: string, column: string][]> = {
  category: [
    ['packages', 'category_id'],
    ['categories', 'id'],
  ],
  package: [
    ['versions', 'package_id'],
    ['package_support', 'package_id'],
    ['package_examples', 'package_id'],
    ['slug_redirects', 'package_id'],
    ['memberships', 'package_id'],
    ['packages', 'replaced_by_id'],
    ['packages', 'id'],
  ],
  grid: [
    ['slug_redirects', 'grid_id'],
    ['memberships', 'grid_id'],
    ['features', 'grid_id'],
    ['elements', 'grid_id'],
    ['grids', 'id'],
  ],
};

/** Gives a record another number, wherever it stands; belongs in a transaction that defers foreign keys. */
export function renumber(kind: RecordKind, from: number, to: number): void {
  const { $client: client } = database();
  for (const [table, column] of holders[kind]) {
    client.prepare(`update ${table} set ${column} = ? where ${column} = ?`).run(to, from);
  }
}
