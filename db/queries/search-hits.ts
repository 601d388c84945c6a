import { and, asc, eq, sql } from 'drizzle-orm';
import { FIRST_GRID, TIERS, type Kind } from '@/lib/search/document-number';
import { matchExpression, type TextMatch } from '@/lib/search/match';
import type { PageAddress } from '@/lib/search/page-address';
import { prepared, preparedFor } from '../client';
import { grids, packages, slugRedirects } from '../schema';
import { searchDocuments, searchKeys, searchText } from '../schema/search';
import { containing } from './conditions';

/** Range of document numbers of each kind; `to` is exclusive. */
const ranges: Record<Kind, { from: number; to: number }> = {
  package: { from: 0, to: FIRST_GRID },
  grid: { from: FIRST_GRID, to: FIRST_GRID * 2 },
};

// The driver binds numbers as reals, which FTS5 ignores as rowid bounds: it would scan all packages on the way to the grids.
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

/** Documents of a kind that match a text, best known first. */
export function listMatches(match: TextMatch, kind: Kind, limit: number): number[] {
  const rows = matches().values({ match: matchExpression(match), limit, ...ranges[kind] });
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

/** The number of documents of a kind that match a text, counted up to `most`. */
export function countMatches(match: TextMatch, kind: Kind, most: number): number {
  return matchCount().get({ match: matchExpression(match), most, ...ranges[kind] })?.count ?? 0;
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

/** The highest code point, which sorts after every letter. */
const LAST = '\u{10ffff}';

/** Documents of every tier whose name, or the end of it, is exactly this key; up to `limit` per tier. */
export function listExactlyNamed(key: string, limit: number): number[] {
  return Array.from({ length: TIERS }, (_, tier) =>
    keys(tier)
      .all({ begin: key, end: `${key}\0`, limit })
      .map(({ number }) => number),
  ).flat();
}

/** Finds a document by its current or a former slug. */
const addressed = preparedFor((db, kind: Kind) => {
  const record = kind === 'package' ? packages : grids;
  const target = kind === 'package' ? slugRedirects.packageId : slugRedirects.gridId;
  const slug = sql.placeholder('slug');
  return db
    .select({ number: searchDocuments.number })
    .from(searchDocuments)
    .where(
      and(
        eq(searchDocuments.kind, kind),
        sql`${searchDocuments.recordId} = ifnull(
          (select id from ${record} where slug = ${slug}),
          (select ${target} from ${slugRedirects} where kind = ${kind} and old_slug = ${slug})
        )`,
      ),
    )
    .prepare();
});

/** The document of the page at this URL, if any. */
export function listAddressed({ kind, slug }: PageAddress): number[] {
  return addressed(kind)
    .all({ slug })
    .map(({ number }) => number);
}

/** Maximum number of names read per tier; only a short prefix among little-known packages matches more. */
const MOST_OF_TIER = 400;

/**
 * Documents whose name as one word, from any of its words on, starts with this prefix: exact matches first, then best known. Reads tier by
 * tier until there are enough, so that the prefix `d` is as fast as a whole name.
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

/** Titles that match the pattern. SQLite keeps the order of a cross join, so titles are read first. */
const titled = preparedFor((db, kind: Kind) => {
  const record = kind === 'package' ? packages : grids;
  return db
    .select({ number: searchDocuments.number })
    .from(record)
    .crossJoin(searchDocuments)
    .where(
      and(
        sql`${record.title} glob ${sql.placeholder('pattern')}`,
        eq(searchDocuments.kind, kind),
        eq(searchDocuments.recordId, record.id),
      ),
    )
    .limit(sql.placeholder('limit'))
    .prepare();
});

/** Documents with this text anywhere in their title, ignoring case. Scans all titles, for packages in an index. */
export function listTitled(kind: Kind, text: string, limit: number): number[] {
  return titled(kind)
    .all({ pattern: containing(text), limit })
    .map(({ number }) => number);
}
