import { sql, type Column, type SQL } from 'drizzle-orm';
import { accounts } from '../schema';

/** A GLOB pattern for values that contain the text, ignoring case; wildcards in the text are escaped. */
export function containing(text: string): string {
  return `*${Array.from(text, eitherCase).join('')}*`;
}

/** Matches one character in either case. LIKE ignores case for ASCII letters only. */
function eitherCase(sign: string): string {
  const [lower, upper] = [sign.toLowerCase(), sign.toUpperCase()];
  const isLetter = lower !== upper && lower.length === sign.length && upper.length === sign.length;
  if (isLetter) return `[${lower}${upper}]`;
  return /[*?[]/.test(sign) ? `[${sign}]` : sign;
}

/** `column in (ids)`, where the placeholder `ids` is a JSON list, so that one statement works for any number of values. */
export const isInIds = (column: Column): SQL =>
  sql`${column} in (select value from json_each(${sql.placeholder('ids')}))`;

/** The name of the account that is joined; null if there is none or it was deleted. */
export const presentName = sql<
  string | null
>`iif(${accounts.deletedAt} is null, ${accounts.name}, null)`;
