import { or, sql, type Column, type SQL } from 'drizzle-orm';

/** A LIKE pattern that finds the text anywhere, its own % and _ taken as themselves; `%` for no text. */
export function searchPattern(text: string): string {
  return text === '' ? '%' : `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/** Whether one of the columns contains the text of the placeholder `pattern`, made by searchPattern. */
export function matches(...columns: Column[]): SQL | undefined {
  const pattern = sql.placeholder('pattern');
  return or(...columns.map((column) => sql`${column} like ${pattern} escape '\\'`));
}
