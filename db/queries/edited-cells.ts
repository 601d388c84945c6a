import { eq, sql } from 'drizzle-orm';
import { prepared } from '../client';
import { accounts, cells, gridPackages } from '../schema';
import { presentName } from './conditions';

const ofGrid = prepared((db) =>
  db
    .select({
      featureId: cells.featureId,
      packageId: gridPackages.packageId,
      text: cells.text,
      evidence: cells.evidence,
      comment: cells.comment,
      confirmedAt: cells.confirmedAt,
      confirmedBy: presentName,
    })
    .from(cells)
    .innerJoin(gridPackages, eq(gridPackages.id, cells.gridPackageId))
    .leftJoin(accounts, eq(accounts.id, cells.confirmedBy))
    .where(eq(cells.gridId, sql.placeholder('gridId')))
    .prepare(),
);

/** The filled cells of a grid as their editors see them: with their notes, and who last confirmed them and when. */
export const listEditedCells = (gridId: number) => ofGrid().all({ gridId });
