import { eq } from 'drizzle-orm';
import { database, type Database } from '../../client';
import type { cells, features, gridPackages, packageExamples, versions } from '../../schema';
import { insertRows } from '../insert-rows';
import { claimIds } from './identity';

/** A change to the rows of a record: a description, and a function that writes it. */
export interface Part {
  detail: string;
  write: () => void;
}

type RowTable =
  typeof versions | typeof packageExamples | typeof gridPackages | typeof features | typeof cells;

interface Rows<Added, Changed> {
  added: Added[];
  changed: (Changed & { id: number })[];
  gone: { id: number }[];
}

/**
 * Describes added, changed and removed rows of a record; empty if there are none. When they are written, `toRow` completes each added one
 * with the id that it gets here.
 */
export function rowParts<
  Table extends RowTable,
  Added extends { id?: number | undefined },
  Changed,
>(
  label: string,
  table: Table,
  { added, changed, gone }: Rows<Added, Changed>,
  toRow: (row: Added, id: number) => Table['$inferInsert'] | [],
): Part[] {
  const sizes = { added, changed, removed: gone };
  const counts = Object.entries(sizes).flatMap(([verb, { length }]) =>
    length > 0 ? `${length} ${verb}` : [],
  );
  if (counts.length === 0) return [];
  const write = () => {
    const [db, own]: [Database, RowTable] = [database(), table];
    for (const { id } of gone) db.delete(own).where(eq(own.id, id)).run();
    for (const { id, ...row } of changed) db.update(own).set(row).where(eq(own.id, id)).run();
    const ids = claimIds(table, added);
    const rows = added.flatMap((row, index) => toRow(row, ids[index] ?? 0));
    insertRows(table, rows);
  };
  return [{ detail: `${label}: ${counts.join(', ')}`, write }];
}
