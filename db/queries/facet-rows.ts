import { asc, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { FacetRow } from '@/lib/facets/tally';
import { FIRST_GRID, IDS } from '@/lib/search/document-number';
import { prepared, type Database } from '../client';
import { oncePerState } from '../once-per-state';
import { categories, grids } from '../schema';
import { searchFacets, searchText } from '../schema/search';
import { isAmong } from './conditions';
import { readLists } from './lists';

/** So many packages are counted by facet, the best known of a larger catalogue: reading them takes a fifteenth of a second. */
export const MOST_FACETED = 20_000;

/** The number of the document and the columns of `facets`, in their order; db/schema/search.ts names them. */
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

/** Which packages are asked for at all. */
export interface Among {
  /** Whether those count that are archived or deprecated. */
  isActiveOnly: boolean;
  /** So many of the best known at most, MOST_FACETED if left out. */
  most?: number;
}

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

/** Rows as a list for each column, in JSON: to hand over one long text takes half of the time that thousands of rows do. */
function asLists(rows: Record<keyof typeof columns, SQLWrapper>, number: SQLWrapper = rows.number) {
  const { category, grids, django, python } = rows;
  const { licence, status, maintainedAt, documentation, host, releasedAt } = rows;
  const all = [number, category, grids, django, python, licence, status, maintainedAt];
  const lists = [...all, documentation, host, releasedAt].map((it) => sql`json_group_array(${it})`);
  return { lists: sql`json_array(${sql.join(lists, sql`, `)})`.mapWith(readLists) };
}

/** The rows that lists of their columns make. */
function rowsOf(found: { lists: unknown[][] } | undefined): FacetRow[] {
  const [first = [], ...others] = found?.lists ?? [];
  return first.map((value, index) => [value, ...others.map((list) => list[index])]);
}

const everything = prepared((db) => select(db, sql`true`));

const readEverything = oncePerState((active: number, limit: number): FacetRow[] =>
  rowsOf(everything().get({ active, limit })),
);

/** What all packages are counted by, the best known first. */
export function listFacetRows({ isActiveOnly, most = MOST_FACETED }: Among): readonly FacetRow[] {
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

const readEverythingById = oncePerState((active: number, limit: number): FacetRow[] =>
  rowsOf(everythingById().get({ active, limit })),
);

/**
 * The same with the ids of the packages in place of numbers, and in their order. So it stays as it is when a package becomes better known,
 * and with it all lists that are counted by it.
 */
export function listFacetRowsById({
  isActiveOnly,
  most = MOST_FACETED,
}: Among): readonly FacetRow[] {
  return readEverythingById(Number(isActiveOnly), most);
}

const ofNumbers = prepared((db) => select(db, isAmong(searchFacets.number)));

/** What the packages of these documents are counted by; grids among them are passed over. */
export function listFacetRowsOf(numbers: number[], { isActiveOnly }: Among): FacetRow[] {
  const values = { ids: JSON.stringify(numbers), active: Number(isActiveOnly) };
  return rowsOf(ofNumbers().get({ ...values, limit: MOST_FACETED }));
}

const matching = prepared((db) => {
  const rows = db
    .select(columns)
    .from(searchText)
    // The order of a cross join is kept: the words are looked up first.
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

/** What the packages that an FTS5 expression finds are counted by, the best known first. */
export function listMatchingFacetRows(
  match: string,
  { isActiveOnly, most = MOST_FACETED }: Among,
): FacetRow[] {
  const values = { match, active: Number(isActiveOnly), limit: most };
  return rowsOf(matching().get(values));
}

const categoryTitles = prepared((db) =>
  db.select({ slug: categories.slug, title: categories.title }).from(categories).prepare(),
);

const gridTitles = prepared((db) =>
  db.select({ slug: grids.slug, title: grids.title }).from(grids).prepare(),
);

/** The titles of all categories and grids, by `category apps` and `grid forms`. */
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
