import { and, eq, gte, sql } from 'drizzle-orm';
import type { Micros } from '@/lib/time';
import { prepared } from '../client';
import { changes, revisions } from '../schema';

const byAccount = prepared((db) =>
  db
    .select({
      kind: revisions.kind,
      recordId: revisions.recordId,
      before: revisions.before,
      after: revisions.after,
    })
    .from(changes)
    .innerJoin(revisions, eq(revisions.changeId, changes.id))
    .where(
      and(eq(changes.actor, sql.placeholder('account')), gte(changes.at, sql.placeholder('since'))),
    )
    .prepare(),
);

/** What an account has changed since a time. */
export const listRevisionsBy = (account: string, since: Micros) =>
  byAccount().all({ account, since });
