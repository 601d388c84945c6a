import { and, eq, sql } from 'drizzle-orm';
import { prepared } from '../client';
import { cells, features, gridPackages, grids, packages } from '../schema';

/** A cell by its grid, feature and package. */
export interface CellRef {
  gridId: number;
  featureId: number;
  packageId: number;
}

const statements = prepared((db) => ({
  place: db
    .select({
      gridPackageId: gridPackages.id,
      isLocked: grids.isLocked,
      feature: { title: features.title, description: features.description },
      package: { slug: packages.slug, title: packages.title },
    })
    .from(features)
    .innerJoin(grids, eq(grids.id, features.gridId))
    .innerJoin(gridPackages, eq(gridPackages.gridId, features.gridId))
    .innerJoin(packages, eq(packages.id, gridPackages.packageId))
    .where(
      and(
        eq(features.id, sql.placeholder('featureId')),
        eq(features.gridId, sql.placeholder('gridId')),
        eq(gridPackages.packageId, sql.placeholder('packageId')),
      ),
    )
    .prepare(),
  cell: db
    .select({ id: cells.id, text: cells.text, evidence: cells.evidence, comment: cells.comment })
    .from(cells)
    .innerJoin(gridPackages, eq(gridPackages.id, cells.gridPackageId))
    .where(
      and(
        eq(cells.featureId, sql.placeholder('featureId')),
        eq(gridPackages.gridId, sql.placeholder('gridId')),
        eq(gridPackages.packageId, sql.placeholder('packageId')),
      ),
    )
    .prepare(),
}));

/** Where a cell belongs, whether it is filled or not; undefined if its feature or package isn't in the grid. */
export const findCellPlace = (ref: CellRef) => statements().place.get({ ...ref });

/** A filled cell. */
export const findCell = (ref: CellRef) => statements().cell.get({ ...ref });
