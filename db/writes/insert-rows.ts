import { getTableColumns, sql, type Column } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { preparedFor } from '../client';

/** Inserts rows. Building the SQL of an insert takes longer than running it, so it is prepared once for each table. */
export function insertRows<Table extends SQLiteTable>(
  table: Table,
  rows: Table['$inferInsert'][],
): void {
  const { columns, statement } = inserts(table);
  for (const row of rows) {
    const values: Record<string, unknown> = row;
    statement.run(columns.map(([key, column]) => encode(column, values[key])));
  }
}

const inserts = preparedFor((db, table: SQLiteTable) => {
  const columns = Object.entries(getTableColumns(table)).filter(([, it]) => !it.generated);
  const values = Object.fromEntries(columns.map(([key]) => [key, sql.placeholder(key)]));
  const query = db.insert(table).values(values).toSQL();
  return { columns, statement: db.$client.prepare(query.sql) };
});

function encode(column: Column, value: unknown = column.default): unknown {
  return value === undefined || value === null ? null : column.mapToDriverValue(value);
}
