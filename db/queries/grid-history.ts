import { and, asc, eq, gte, sql } from 'drizzle-orm';
import type { Micros } from '@/lib/time';
import { prepared } from '../client';
import { changes, revisions } from '../schema';

const ofGrid = and(eq(revisions.kind, 'grid'), eq(revisions.recordId, sql.placeholder('gridId')));

const statements = prepared((db) => ({
  since: db
    .select({
      at: changes.at,
      source: changes.source,
      before: revisions.before,
      after: revisions.after,
    })
    .from(revisions)
    .innerJoin(changes, eq(changes.id, revisions.changeId))
    .where(
      and(
        ofGrid,
        // From the first one on: they have to be undone in their order, even if the clock was once set back.
        gte(
          revisions.id,
          sql`(
            select min(later.id) from revisions later join changes made on made.id = later.change_id
            where later.kind = 'grid' and later.record_id = ${sql.placeholder('gridId')}
              and made.at >= ${sql.placeholder('from')}
          )`,
        ),
      ),
    )
    .orderBy(asc(revisions.id))
    .prepare(),
  first: db
    .select({ at: changes.at, isAdded: sql<number>`${revisions.before} is null` })
    .from(revisions)
    .innerJoin(changes, eq(changes.id, revisions.changeId))
    .where(ofGrid)
    .orderBy(asc(revisions.id))
    .limit(1)
    .prepare(),
}));

/** The revisions of a grid from a time on, oldest first. */
export const listGridRevisionsSince = (gridId: number, from: Micros) =>
  statements().since.all({ gridId, from });

/** The first revision of a grid, with which its history begins, and whether it added the grid; undefined if there is none. */
export function findFirstGridRevision(gridId: number) {
  const found = statements().first.get({ gridId });
  return found && { at: found.at, isAdded: found.isAdded === 1 };
}
