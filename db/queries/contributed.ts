import { countDistinct, desc, eq, max, sql } from 'drizzle-orm';
import type { Page } from '@/lib/list/paging';
import { prepared, type Database } from '../client';
import { categories, changes, packages, revisions } from '../schema';
import { listed } from './packages';

const ofAccount = sql`${changes.actor} = ${sql.placeholder('account')} and ${revisions.kind} = 'package'`;

/** The ids of the packages of one page, each with the last change that the account made to it. */
const pageOf = (db: Database) =>
  db
    .select({
      id: sql<number>`${packages.id}`.as('contributed_id'),
      last: max(changes.id).as('last'),
    })
    .from(changes)
    .innerJoin(revisions, eq(revisions.changeId, changes.id))
    .innerJoin(packages, eq(packages.id, revisions.recordId))
    .where(ofAccount)
    .groupBy(packages.id)
    .orderBy(desc(max(changes.id)))
    .limit(sql.placeholder('limit'))
    .offset(sql.placeholder('offset'))
    .as('page');

const statements = prepared((db) => {
  const shown = pageOf(db);
  return {
    page: db
      .select(listed)
      .from(shown)
      .innerJoin(packages, eq(packages.id, shown.id))
      .innerJoin(categories, eq(categories.id, packages.categoryId))
      .orderBy(desc(shown.last))
      .prepare(),
    total: db
      .select({ count: countDistinct(packages.id) })
      .from(changes)
      .innerJoin(revisions, eq(revisions.changeId, changes.id))
      .innerJoin(packages, eq(packages.id, revisions.recordId))
      .where(ofAccount)
      .prepare(),
  };
});

/** A page of the packages that an account added or edited, in any state, the last edited first. */
export const listContributed = (account: string, slice: Page) =>
  statements().page.all({ account, ...slice });

/** The number of packages that an account added or edited. */
export const countContributed = (account: string): number =>
  statements().total.get({ account })?.count ?? 0;
