import { eq, max, sql } from 'drizzle-orm';
import { prepared } from '../client';
import { features, grids } from '../schema';

const byId = prepared((db) =>
  db
    .select({
      feature: {
        title: features.title,
        description: features.description,
        metric: features.metric,
      },
      grid: { id: grids.id, slug: grids.slug, title: grids.title, isLocked: grids.isLocked },
    })
    .from(features)
    .innerJoin(grids, eq(grids.id, features.gridId))
    .where(eq(features.id, sql.placeholder('id')))
    .prepare(),
);

/** A feature with its grid. */
export const findFeature = (id: number) => byId().get({ id });

const positions = prepared((db) =>
  db
    .select({ last: max(features.position) })
    .from(features)
    .where(eq(features.gridId, sql.placeholder('gridId')))
    .prepare(),
);

/** The highest position of the features of a grid; 0 if their order was never changed. */
export const findLastPosition = (gridId: number): number => positions().get({ gridId })?.last ?? 0;
