import { asc, count, desc, eq, gt, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { ComparedPackage } from '@/lib/comparison/compared-package';
import { prepared } from '../client';
import {
  cells,
  features,
  gridPackages,
  grids,
  packages,
  pypiProjects,
  repositories,
} from '../schema';
import { cellColumns, compared, readCells, usualOrder } from './comparison';

/** `column in (list)`, where the list is passed as JSON so that one statement works for any length. */
const isListed = (column: SQLiteColumn) =>
  sql`${column} in (select value from json_each(${sql.placeholder('list')}))`;

const selected = prepared((db) =>
  db
    .select(compared)
    .from(packages)
    .innerJoin(repositories, eq(repositories.packageId, packages.id))
    .innerJoin(pypiProjects, eq(pypiProjects.packageId, packages.id))
    .where(isListed(packages.slug))
    .orderBy(...usualOrder)
    .prepare(),
);

/** The packages with these slugs, in the default order; unknown slugs are skipped. */
export function listSelectedPackages(slugs: string[]): ComparedPackage[] {
  return selected().all({ list: JSON.stringify(slugs) });
}

const shared = prepared((db) =>
  db
    .select({ id: grids.id, slug: grids.slug, title: grids.title })
    .from(gridPackages)
    .innerJoin(grids, eq(grids.id, gridPackages.gridId))
    .where(isListed(gridPackages.packageId))
    .groupBy(grids.id)
    .having(gt(count(), 1))
    .orderBy(desc(count()), asc(grids.title))
    .prepare(),
);

/** The grids that contain two or more of these packages, those with the most first. */
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
      metric: features.metric,
    })
    .from(features)
    .where(isListed(features.gridId))
    .orderBy(asc(features.position), asc(features.id))
    .prepare(),
);

/** The features of these grids, each grid's in the order of its editors. */
export function listFeaturesOfGrids(gridIds: number[]) {
  return featuresOfGrids().all({ list: JSON.stringify(gridIds) });
}

const cellsOfPackages = prepared((db) =>
  db
    .select(cellColumns)
    .from(gridPackages)
    .innerJoin(packages, eq(packages.id, gridPackages.packageId))
    .innerJoin(repositories, eq(repositories.packageId, packages.id))
    .innerJoin(cells, eq(cells.gridPackageId, gridPackages.id))
    .where(isListed(gridPackages.packageId))
    .groupBy(gridPackages.id)
    .prepare(),
);

/** The filled cells of these packages in all their grids, each with its evidence. */
export function listCellsOfPackages(packageIds: number[]) {
  return cellsOfPackages()
    .all({ list: JSON.stringify(packageIds) })
    .flatMap(readCells);
}
