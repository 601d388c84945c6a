import { and, asc, count, desc, eq, gt, sql } from 'drizzle-orm';
import type { Page } from '@/lib/list/paging';
import { fieldNamesOf, type GridPartScope } from '@/lib/revisions/part-of-grid';
import { prepared, preparedFor } from '../client';
import { accounts, changes, grids, packages, revisions } from '../schema';
import { isInIds, presentName } from './conditions';

/**
 * Whose history is shown: of the site, a record, a feature or a cell of a grid (`id` is the grid's), an account, what an account watches,
 * or what waits for review.
 */
export type HistoryScope =
  | { of: 'site' }
  | { of: 'waiting' }
  | { of: 'package' | 'grid'; id: number }
  | { of: 'part'; id: number; part: GridPartScope }
  | { of: 'account' | 'watched'; id: string };

/** The columns of a change that are shown. */
export const shownOfChange = {
  id: changes.id,
  at: changes.at,
  source: changes.source,
  comment: changes.comment,
  reverts: changes.reverts,
  review: changes.review,
  account: presentName,
  actor: changes.actor,
  revertedBy: sql<
    number | null
  >`(select max(undoing.id) from changes undoing where undoing.reverts = ${changes.id})`,
};

const conditions = {
  site: undefined,
  waiting: eq(changes.review, 'waiting'),
  package: ofRecord('package'),
  grid: ofRecord('grid'),
  part: ofRecord('grid', sql`and (${hasField('before')} or ${hasField('after')})`),
  account: eq(changes.actor, sql.placeholder('account')),
  watched: sql`${changes.id} in (
    select revisions.change_id from watches
    join revisions on revisions.kind = 'package' and revisions.record_id = watches.package_id
    where watches.account_id = ${sql.placeholder('account')}
    union all
    select revisions.change_id from watches
    join revisions on revisions.kind = 'grid' and revisions.record_id = watches.grid_id
    where watches.account_id = ${sql.placeholder('account')}
  )`,
};

/** Uses the index of revisions, since a record has few of all changes. */
function ofRecord(kind: 'package' | 'grid', condition = sql``) {
  return sql`${changes.id} in (
    select revisions.change_id from revisions
    where revisions.kind = ${sql.raw(`'${kind}'`)} and revisions.record_id = ${sql.placeholder('record')}
      ${condition}
  )`;
}

/** Whether one side of a revision has the field of a part of a grid. */
function hasField(side: 'before' | 'after') {
  return sql`exists (
    select 1 from json_each(revisions.${sql.raw(side)}) field
    where field.key = ${sql.placeholder('field')} or field.key glob ${sql.placeholder('pattern')}
  )`;
}

const page = preparedFor((db, of: HistoryScope['of']) =>
  db
    .select(shownOfChange)
    .from(changes)
    .leftJoin(accounts, eq(accounts.id, changes.actor))
    .where(conditions[of])
    .orderBy(desc(changes.id))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .prepare(),
);

const total = preparedFor((db, of: HistoryScope['of']) =>
  db.select({ count: count() }).from(changes).where(conditions[of]).prepare(),
);

const valuesOf = (scope: HistoryScope) => ({
  record: 'id' in scope && typeof scope.id === 'number' ? scope.id : 0,
  account: 'id' in scope && typeof scope.id === 'string' ? scope.id : '',
  ...(scope.of === 'part' && fieldNamesOf(scope.part)),
});

/** A page of changes, newest first. */
export function listChanges(scope: HistoryScope, slice: Page) {
  return page(scope.of).all({ ...valuesOf(scope), ...slice });
}

/** The number of changes in a scope. */
export const countChanges = (scope: HistoryScope): number =>
  total(scope.of).get(valuesOf(scope))?.count ?? 0;

const byId = prepared((db) =>
  db
    .select(shownOfChange)
    .from(changes)
    .leftJoin(accounts, eq(accounts.id, changes.actor))
    .where(eq(changes.id, sql.placeholder('id')))
    .prepare(),
);

const inOrder = prepared((db) =>
  db
    .select(shownOfChange)
    .from(changes)
    .leftJoin(accounts, eq(accounts.id, changes.actor))
    .where(gt(changes.id, sql.placeholder('after')))
    .orderBy(asc(changes.id))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/** Changes after the one with this id, oldest first. */
export const listChangesAfter = (after: number, limit: number) => inOrder().all({ after, limit });

export type ChangeRow = NonNullable<ReturnType<typeof findChange>>;

/** A change by its id. */
export const findChange = (id: number) => byId().get({ id });

const ofChanges = prepared((db) =>
  db
    .select({
      id: revisions.id,
      changeId: revisions.changeId,
      kind: revisions.kind,
      recordId: revisions.recordId,
      before: revisions.before,
      after: revisions.after,
      slug: sql<string | null>`coalesce(${packages.slug}, ${grids.slug})`,
      title: sql<string | null>`coalesce(${packages.title}, ${grids.title})`,
    })
    .from(revisions)
    .leftJoin(packages, and(eq(revisions.kind, 'package'), eq(packages.id, revisions.recordId)))
    .leftJoin(grids, and(eq(revisions.kind, 'grid'), eq(grids.id, revisions.recordId)))
    .where(isInIds(revisions.changeId))
    .orderBy(revisions.id)
    .prepare(),
);

export type RevisionRow = ReturnType<typeof listRevisionsOf>[number];

/** What these changes did to each record, with the record's current name; null if it was deleted. */
export const listRevisionsOf = (...changeIds: number[]) =>
  ofChanges().all({ ids: JSON.stringify(changeIds) });
