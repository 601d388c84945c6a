import { eq, sql } from 'drizzle-orm';
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
