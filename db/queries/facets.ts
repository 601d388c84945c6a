import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { facets, mapFacets } from '@/lib/facets/facets';
import type { FacetScope, FacetTable } from '@/lib/facets/table';
import { FIRST_GRID, IDS } from '@/lib/search/document-number';
import { matchExpression, type TextMatch } from '@/lib/search/match';
import { prepared, type Database } from '../client';
import { memoizePerVersion } from '@/db/memoize-per-version';
import { categories, grids } from '../schema';
import { searchFacets, searchText } from '../schema/search';
import { isInIds } from './conditions';

/** Maximum number of packages counted by facet, best known first. Reading this many takes about 70 ms. */
export const MOST_FACETED = 20_000;

const names = facets.map(({ key }) => key);
const columns = sql.join(
  names.map((name) => sql.identifier(name)),
  sql`, `,
);

const lists = z
  .object({ number: z.custom<number[]>(Array.isArray) })
  .catchall(z.custom<unknown[]>(Array.isArray));

function readTable(json: string): FacetTable {
  const found = lists.parse(JSON.parse(json));
  return { numbers: found.number, columns: mapFacets(({ key }) => found[key] ?? []) };
}

/** Rows as one JSON object with a list for each column: reading one long string takes half the time of thousands of rows. */
const asTable = sql`json_object(${sql.join(
  ['number', ...names].map(
    (name) => sql`${sql.raw(`'${name}'`)}, json_group_array(${sql.identifier(name)})`,
  ),
  sql`, `,
)})`.mapWith(readTable);

const isEligible = sql`${searchFacets.isActive} >= ${sql.placeholder('active')}`;

const rowsWhere = (where: SQL) => sql`(
  select ${searchFacets.number}, ${columns} from ${searchFacets} where ${where} and ${isEligible}
  order by ${searchFacets.number} limit ${sql.placeholder('limit')}
)`;

const selectTable = (db: Database, rows: SQL) =>
  db
    .select({ table: asTable })
    .from(sql`${rows} as found`)
    .prepare();

const none = (): FacetTable => ({ numbers: [], columns: mapFacets(() => []) });

const everything = prepared((db) => selectTable(db, rowsWhere(sql`true`)));

const readEverything = memoizePerVersion(
  (active: number, limit: number) => everything().get({ active, limit })?.table ?? none(),
);

/** The facet values of all packages, best known first. */
export function findFacets({ isActiveOnly, most = MOST_FACETED }: FacetScope): FacetTable {
  return readEverything(Number(isActiveOnly), most);
}

const everythingById = prepared((db) =>
  selectTable(
    db,
    sql`(select number % ${IDS} as number, ${columns} from ${rowsWhere(sql`true`)} order by 1)`,
  ),
);

const readEverythingById = memoizePerVersion(
  (active: number, limit: number) => everythingById().get({ active, limit })?.table ?? none(),
);

/**
 * Like findFacets, but with package ids instead of document numbers, sorted by id. The result, and every list counted from it, doesn't
 * change when a package becomes better known.
 */
export function findFacetsById({ isActiveOnly, most = MOST_FACETED }: FacetScope): FacetTable {
  return readEverythingById(Number(isActiveOnly), most);
}

const ofNumbers = prepared((db) => selectTable(db, rowsWhere(isInIds(searchFacets.number))));

/** The facet values of the packages among these documents; grids are skipped. */
export function findFacetsOf(numbers: number[], { isActiveOnly }: FacetScope): FacetTable {
  const values = { ids: JSON.stringify(numbers), active: Number(isActiveOnly) };
  return ofNumbers().get({ ...values, limit: MOST_FACETED })?.table ?? none();
}

// SQLite keeps the order of a cross join, so the full-text index is searched first.
const matching = prepared((db) =>
  selectTable(
    db,
    sql`(
      select ${searchFacets.number}, ${columns} from ${searchText} cross join ${searchFacets}
      where search_text match ${sql.placeholder('match')} and ${searchText.number} < ${FIRST_GRID}
        and ${searchFacets.number} = ${searchText.number} and ${isEligible}
      order by ${searchText.number} limit ${sql.placeholder('limit')}
    )`,
  ),
);

/** The facet values of the packages that match a text, best known first. */
export function findMatchingFacets(
  match: TextMatch,
  { isActiveOnly, most = MOST_FACETED }: FacetScope,
): FacetTable {
  const values = { match: matchExpression(match), active: Number(isActiveOnly), limit: most };
  return matching().get(values)?.table ?? none();
}

const categoryTitles = prepared((db) =>
  db.select({ slug: categories.slug, title: categories.title }).from(categories).prepare(),
);

const gridTitles = prepared((db) =>
  db.select({ slug: grids.slug, title: grids.title }).from(grids).prepare(),
);

/** The titles of all categories and grids, with keys such as `category apps` and `grid forms`. */
export function listFacetTitles(): Map<string, string> {
  return new Map([
    ...categoryTitles()
      .all()
      .map(({ slug, title }) => [`category ${slug}`, title] as const),
    ...gridTitles()
      .all()
      .map(({ slug, title }) => [`grid ${slug}`, title] as const),
  ]);
}
