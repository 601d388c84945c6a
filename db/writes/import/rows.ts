import { eq } from 'drizzle-orm';
import { database } from '../../client';
import type { cells, features, gridPackages, packageExamples, versions } from '../../schema';
import { claimId } from './identity';

/** A change to the rows of a record: a description, and a function that writes it. */
export interface Part {
  detail: string;
  write: () => void;
}

type RowTable =
  typeof versions | typeof packageExamples | typeof gridPackages | typeof features | typeof cells;

interface Rows<Row> {
  added: Row[];
  changed: (Row & { id: number })[];
  gone: { id: number }[];
}

/** Describes added, changed and removed rows of a record; empty if there are none. */
export function rowParts<Row extends { id?: number | undefined }>(
  label: string,
  table: RowTable,
  { added, changed, gone }: Rows<Row>,
  insert: (row: Row, id: number) => void,
): Part[] {
  const sizes = { added, changed, removed: gone };
  const counts = Object.entries(sizes).flatMap(([verb, { length }]) =>
    length > 0 ? `${length} ${verb}` : [],
  );
  if (counts.length === 0) return [];
  const write = () => {
    const db = database();
    for (const { id } of gone) db.delete(table).where(eq(table.id, id)).run();
    for (const { id, ...row } of changed) db.update(table).set(row).where(eq(table.id, id)).run();
    for (const row of added) insert(row, claimId(table, row.id));
  };
  return [{ detail: `${label}: ${counts.join(', ')}`, write }];
}
