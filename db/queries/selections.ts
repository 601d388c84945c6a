import { asc, count, desc, eq, gt, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { ComparedPackage } from '@/lib/comparison/metrics';
import { prepared } from '../client';
import { elements, features, grids, memberships, packages } from '../schema';
import { cellColumns, compared, readCells, usualOrder } from './comparison';

/** Whether a column is in the list, which comes as JSON so that one statement does for lists of any length. */
const isListed = (column: SQLiteColumn) =>
  sql`${column} in (select value from json_each(${sql.placeholder('list')}))`;

// Written out, since Drizzle leaves the table off a column where a query has one table.
const presentSlug = sql<string | null>`coalesce(
  (select packages.slug from packages where packages.slug = asked.value),
  (select packages.slug from slug_redirects
    join packages on packages.id = slug_redirects.package_id
    where slug_redirects.kind = 'package' and slug_redirects.old_slug = asked.value)
)`;

const present = prepared((db) =>
  db
    .select({ asked: sql<string>`asked.value`, slug: presentSlug })
    .from(sql`json_each(${sql.placeholder('list')}) as asked`)
    .prepare(),
);

/** For each slug, in the order given, the one that its package has now: null where there never was such a package. */
export function listPresentSlugs(slugs: string[]) {
  return present().all({ list: JSON.stringify(slugs) });
}

const selected = prepared((db) =>
  db
    .select(compared)
    .from(packages)
    .where(isListed(packages.slug))
    .orderBy(...usualOrder)
    .prepare(),
);

/** The packages of these slugs, in the usual order; a slug that names none is left out. */
export function listSelectedPackages(slugs: string[]): ComparedPackage[] {
  return selected().all({ list: JSON.stringify(slugs) });
}

const shared = prepared((db) =>
  db
    .select({ id: grids.id, slug: grids.slug, title: grids.title })
    .from(memberships)
    .innerJoin(grids, eq(grids.id, memberships.gridId))
    .where(isListed(memberships.packageId))
    .groupBy(grids.id)
    .having(gt(count(), 1))
    .orderBy(desc(count()), asc(grids.title))
    .prepare(),
);

/** The grids that hold two or more of these packages, those with most of them first. */
export function listSharedGrids(packageIds: number[]) {
  return shared().all({ list: JSON.stringify(packageIds) });
}

const featuresOfGrids = prepared((db) =>
  db
    .select({
      id: features.id,
      gridId: features.gridId,
      title: features.title,
      description: features.description,
    })
    .from(features)
    .where(isListed(features.gridId))
    .orderBy(asc(features.id))
    .prepare(),
);

/** The features of these grids, in the order in which they were added. */
export function listFeaturesOfGrids(gridIds: number[]) {
  return featuresOfGrids().all({ list: JSON.stringify(gridIds) });
}

const cellsOfPackages = prepared((db) =>
  db
    .select(cellColumns)
    .from(memberships)
    .innerJoin(packages, eq(packages.id, memberships.packageId))
    .innerJoin(elements, eq(elements.membershipId, memberships.id))
    .where(isListed(memberships.packageId))
    .groupBy(memberships.id)
    .prepare(),
);

/** The filled cells of these packages in all their grids, each with where it was read. */
export function listCellsOfPackages(packageIds: number[]) {
  return cellsOfPackages()
    .all({ list: JSON.stringify(packageIds) })
    .flatMap(readCells);
}
