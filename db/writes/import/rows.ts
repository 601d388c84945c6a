import { eq } from 'drizzle-orm';
import { database } from '../../client';
import type { elements, features, memberships, packageExamples, versions } from '../../schema';
import { claimId } from './identity';

/** A change that a record's own rows bring: in words, and how it is written. */
export interface Part {
  detail: string;
  write: () => void;
}

type RowTable =
  typeof versions | typeof packageExamples | typeof memberships | typeof features | typeof elements;

interface Rows<Row> {
  added: Row[];
  changed: (Row & { id: number })[];
  gone: { id: number }[];
}

/** The rows of a record that come, change and go. */
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
