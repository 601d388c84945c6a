import { asc, eq, sql } from 'drizzle-orm';
import type { Page } from '@/lib/list/paging';
import { prepared } from '../client';
import { categories, grids, packages } from '../schema';

// Raw SQL with table names, because subqueries use other tables too. Refreshed figures change a page just like an edit.
const packageChange = sql`max(
  packages.modified_at, ifnull(packages.last_fetched_at, 0), ifnull(packages.repo_figures_at, 0),
  ifnull(packages.commits_as_of, 0), ifnull(packages.snapshot_at, 0),
  ifnull(packages.usage_counted_at, 0)
)`;

const packagePages = prepared((db) =>
  db
    .select({ slug: packages.slug, changedAt: sql<number>`${packageChange}` })
    .from(packages)
    .where(eq(packages.isActive, true))
    .orderBy(asc(packages.id))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .prepare(),
);

/** Active packages by id, each with when its page content was last edited or refreshed. */
export function listPackageChanges({ limit, offset }: Page) {
  return packagePages().all({ limit, offset });
}

const latestPackage = prepared((db) =>
  db
    .select({ changedAt: sql<number | null>`max(${packageChange})` })
    .from(packages)
    .where(eq(packages.isActive, true))
    .prepare(),
);

/** When any active package's page last changed; null if there are no active packages. */
export function findLatestPackageChange(): number | null {
  return latestPackage().get()?.changedAt ?? null;
}

const gridChange = sql<number>`max(
  grids.modified_at,
  ifnull((
    select max(max(grid_packages.created_at, ${packageChange})) from grid_packages
    join packages on packages.id = grid_packages.package_id where grid_packages.grid_id = grids.id
  ), 0),
  ifnull((select max(modified_at) from features where grid_id = grids.id), 0),
  ifnull((select max(modified_at) from cells where grid_id = grids.id), 0)
)`;

const gridPages = prepared((db) =>
  db
    .select({ slug: grids.slug, changedAt: gridChange })
    .from(grids)
    .orderBy(asc(grids.id))
    .prepare(),
);

/** All grids by id, each with when it, its cells or its packages' figures were last edited or refreshed. */
export function listGridChanges() {
  return gridPages().all();
}

const categoryChange = sql<number>`max(
  categories.modified_at,
  ifnull((select max(${packageChange}) from packages where category_id = categories.id), 0)
)`;

const categoryPages = prepared((db) =>
  db
    .select({ slug: categories.slug, changedAt: categoryChange })
    .from(categories)
    .orderBy(asc(categories.id))
    .prepare(),
);

/** All categories by id, each with when it or its packages' figures were last edited or refreshed. */
export function listCategoryChanges() {
  return categoryPages().all();
}
