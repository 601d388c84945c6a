import { asc, sql } from 'drizzle-orm';
import { FIRST_GRID, TIERS } from '@/lib/search/document-number';
import { prepared, preparedFor } from '../client';
import { searchKeys, searchText } from '../schema/search';

export type Kind = 'package' | 'grid';

/** The numbers that documents of a kind have. */
const ranges: Record<Kind, { from: number; to: number }> = {
  package: { from: 0, to: FIRST_GRID },
  grid: { from: FIRST_GRID, to: FIRST_GRID * 2 },
};

// The driver binds numbers as reals, which FTS5 takes for no bounds at all: it would walk through all packages on the way to the grids.
const from = sql`cast(${sql.placeholder('from')} as integer)`;
const to = sql`cast(${sql.placeholder('to')} as integer)`;

const isMatch = sql`search_text match ${sql.placeholder('match')} and rowid >= ${from} and rowid < ${to}`;

const matches = prepared((db) =>
  db
    .select({ number: searchText.number })
    .from(searchText)
    .where(isMatch)
    .orderBy(asc(searchText.number))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** The documents of a kind that an FTS5 expression finds, the best known first. */
export function listMatches(match: string, kind: Kind, limit: number): number[] {
  const rows = matches().values({ match, limit, ...ranges[kind] });
  return rows.map(([number]) => Number(number));
}

const matchCount = prepared((db) =>
  db
    .select({ count: sql<number>`count(*)` })
    .from(
      db
        .select({ number: searchText.number })
        .from(searchText)
        .where(isMatch)
        .limit(sql.placeholder('most'))
        .as('found'),
    )
    .prepare(),
);

/** How many documents of a kind an FTS5 expression finds; no more than `most` are counted. */
export function countMatches(match: string, kind: Kind, most: number): number {
  return matchCount().get({ match, most, ...ranges[kind] })?.count ?? 0;
}

const keys = preparedFor((db, tier: number) =>
  db
    .select({ key: searchKeys.key, number: searchKeys.number })
    .from(searchKeys)
    .where(
      sql`${searchKeys.tier} = ${sql.raw(String(tier))}
        and ${searchKeys.key} >= ${sql.placeholder('begin')} and ${searchKeys.key} < ${sql.placeholder('end')}`,
    )
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** Above every letter of any script. */
const LAST = '\u{10ffff}';

/** Documents with exactly this name, or end of a name, of every tier. */
export function listExactlyNamed(key: string, limit: number): number[] {
  return Array.from({ length: TIERS }, (_, tier) =>
    keys(tier)
      .all({ begin: key, end: `${key}\0`, limit })
      .map(({ number }) => number),
  ).flat();
}

/** Of one tier so many names are read; there are more only where a short beginning meets little known packages. */
const MOST_OF_TIER = 400;

/**
 * Documents with a name, or an end of a name, that begins so when it is written as one word: exact ones first, then the best known. Tier
 * after tier is read until there are enough, so that the beginning `d` is answered as fast as a whole name.
 */
export function listNamed(beginning: string, limit: number): number[] {
  const found = new Map<number, boolean>();
  for (let tier = 0; tier < TIERS && found.size < limit; tier += 1) {
    const rows = keys(tier).all({ begin: beginning, end: beginning + LAST, limit: MOST_OF_TIER });
    for (const { number } of rows) found.set(number, false);
  }
  for (const number of listExactlyNamed(beginning, limit)) found.set(number, true);
  return [...found]
    .sort(([a, isExact], [b, isOtherExact]) => Number(isOtherExact) - Number(isExact) || a - b)
    .slice(0, limit)
    .map(([number]) => number);
}
