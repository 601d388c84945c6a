import { asc, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { FacetRow, FacetScope } from '@/lib/facets/tally';
import { FIRST_GRID, IDS } from '@/lib/search/document-number';
import { matchExpression, type TextMatch } from '@/lib/search/match';
import { prepared, type Database } from '../client';
import { memoizePerVersion } from '@/db/memoize-per-version';
import { categories, grids } from '../schema';
import { searchFacets, searchText } from '../schema/search';
import { isInIds } from './conditions';
import { readLists } from './lists';

/** Maximum number of packages counted by facet, best known first. Reading this many takes about 70 ms. */
export const MOST_FACETED = 20_000;

/** The document number, then the columns of `facets` in the same order; see db/schema/search.ts. */
const columns = {
  number: searchFacets.number,
  category: searchFacets.category,
  grids: searchFacets.grids,
  django: searchFacets.django,
  python: searchFacets.python,
  licence: searchFacets.licence,
  status: searchFacets.status,
  maintainedAt: searchFacets.maintainedAt,
  documentation: searchFacets.documentation,
  host: searchFacets.host,
  releasedAt: searchFacets.releasedAt,
};

const isEligible = sql`${searchFacets.isActive} >= ${sql.placeholder('active')}`;

function rowsWhere(db: Database, where: SQL) {
  return db
    .select(columns)
    .from(searchFacets)
    .where(sql`${where} and ${isEligible}`)
    .orderBy(asc(searchFacets.number))
    .limit(sql.placeholder('limit'));
}

function select(db: Database, where: SQL) {
  const rows = rowsWhere(db, where).as('found');
  return db.select(asLists(rows)).from(rows).prepare();
}

/** Selects rows as one JSON list per column: reading one long string takes half the time of thousands of rows. */
function asLists(rows: Record<keyof typeof columns, SQLWrapper>, number: SQLWrapper = rows.number) {
  const { category, grids, django, python } = rows;
  const { licence, status, maintainedAt, documentation, host, releasedAt } = rows;
  const all = [number, category, grids, django, python, licence, status, maintainedAt];
  const lists = [...all, documentation, host, releasedAt].map((it) => sql`json_group_array(${it})`);
  return { lists: sql`json_array(${sql.join(lists, sql`, `)})`.mapWith(readLists) };
}

/** Converts column lists back to rows. */
function rowsOf(found: { lists: unknown[][] } | undefined): FacetRow[] {
  const [first = [], ...others] = found?.lists ?? [];
  return first.map((value, index) => [value, ...others.map((list) => list[index])]);
}

const everything = prepared((db) => select(db, sql`true`));

const readEverything = memoizePerVersion((active: number, limit: number): FacetRow[] =>
  rowsOf(everything().get({ active, limit })),
);

/** The facet values of all packages, best known first. */
export function listFacetRows({
  isActiveOnly,
  most = MOST_FACETED,
}: FacetScope): readonly FacetRow[] {
  return readEverything(Number(isActiveOnly), most);
}

const idOf = (number: SQLWrapper) => sql`${number} % ${IDS}`;

const everythingById = prepared((db) => {
  const best = rowsWhere(db, sql`true`).as('best');
  const rows = db.select().from(best).orderBy(idOf(best.number)).as('found');
  return db
    .select(asLists(rows, idOf(rows.number)))
    .from(rows)
    .prepare();
});

const readEverythingById = memoizePerVersion((active: number, limit: number): FacetRow[] =>
  rowsOf(everythingById().get({ active, limit })),
);

/**
 * Like listFacetRows, but with package ids instead of document numbers, sorted by id. The result, and every list counted from it, doesn't
 * change when a package becomes better known.
 */
export function listFacetRowsById({
  isActiveOnly,
  most = MOST_FACETED,
}: FacetScope): readonly FacetRow[] {
  return readEverythingById(Number(isActiveOnly), most);
}

const ofNumbers = prepared((db) => select(db, isInIds(searchFacets.number)));

/** The facet values of the packages among these documents; grids are skipped. */
export function listFacetRowsOf(numbers: number[], { isActiveOnly }: FacetScope): FacetRow[] {
  const values = { ids: JSON.stringify(numbers), active: Number(isActiveOnly) };
  return rowsOf(ofNumbers().get({ ...values, limit: MOST_FACETED }));
}

const matching = prepared((db) => {
  const rows = db
    .select(columns)
    .from(searchText)
    // SQLite keeps the order of a cross join, so the full-text index is searched first.
    .crossJoin(searchFacets)
    .where(
      sql`search_text match ${sql.placeholder('match')} and ${searchText.number} < ${FIRST_GRID}
        and ${searchFacets.number} = ${searchText.number} and ${isEligible}`,
    )
    .orderBy(asc(searchText.number))
    .limit(sql.placeholder('limit'))
    .as('found');
  return db.select(asLists(rows)).from(rows).prepare();
});

/** The facet values of the packages that match a text, best known first. */
export function listMatchingFacetRows(
  match: TextMatch,
  { isActiveOnly, most = MOST_FACETED }: FacetScope,
): FacetRow[] {
  const values = { match: matchExpression(match), active: Number(isActiveOnly), limit: most };
  return rowsOf(matching().get(values));
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
