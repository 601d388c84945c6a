import { or, sql, type Column, type SQL } from 'drizzle-orm';

const MOST_WORDS = 10;

/** The words of a search as LIKE patterns, their own % and _ taken as themselves: a JSON list for the placeholder of holdsWords. */
export function searchPatterns(text: string): string {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return JSON.stringify(
    words.slice(0, MOST_WORDS).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`),
  );
}

/** Whether a column holds one of the values of the placeholder `ids`, a JSON list: so a statement takes any number of them. */
export const isAmong = (column: Column): SQL =>
  sql`${column} in (select value from json_each(${sql.placeholder('ids')}))`;

/** Whether each word of the placeholder `patterns`, made by searchPatterns, stands in one of the columns or another. */
export function holdsWords(...columns: Column[]): SQL {
  const holds = or(
    ...columns.map((column) => sql`ifnull(${column}, '') like word.value escape '\\'`),
  );
  return sql`not exists (
    select 1 from json_each(${sql.placeholder('patterns')}) as word where not (${holds})
  )`;
}
