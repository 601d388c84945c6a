import { and, desc, eq, gte, sql } from 'drizzle-orm';
import type { Micros } from '@/lib/time';
import { prepared } from '../client';
import { accounts, changes } from '../schema';
import { findChange, shownOfChange } from './history';

const ofAccount = prepared((db) =>
  db
    .select(shownOfChange)
    .from(changes)
    .leftJoin(accounts, eq(accounts.id, changes.actor))
    .where(
      and(eq(changes.actor, sql.placeholder('account')), gte(changes.at, sql.placeholder('since'))),
    )
    .orderBy(desc(changes.id))
    .prepare(),
);

/** An account's changes since a time, newest first. */
export const listChangesSince = (account: string, since: Micros) =>
  ofAccount().all({ account, since });

/**
 * The ids of an account's changes since a time that still have an effect, newest first. Those that have been reverted have none, and neither
 * has a revert of one of them by the account itself.
 */
export function listEffectiveChanges(account: string, since: Micros): number[] {
  const all = listChangesSince(account, since);
  const own = new Set(all.map(({ id }) => id));
  return all
    .filter(({ revertedBy, reverts }) => !isUndone(revertedBy) && !own.has(reverts ?? 0))
    .map(({ id }) => id);
}

/** Whether a change that was reverted by this one is undone: it is, unless the revert has been reverted too. */
function isUndone(revertedBy: number | null): boolean {
  if (revertedBy === null) return false;
  return !isUndone(findChange(revertedBy)?.revertedBy ?? null);
}
