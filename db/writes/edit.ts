import { eq, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Actor } from '@/lib/accounts/permissions';
import { isDue } from '@/lib/accounts/promotion';
import type { HeldWrite } from '@/lib/edits/held';
import type { Micros } from '@/lib/time';
import { database } from '../client';
import { countUnrevertedChanges } from '../queries/accounts';
import { changes, usedIds } from '../schema';
import { setRole } from './roles';
import { change, type Change } from './change';
import { expectNoLinks, expectNoRepetition, HeldLink, holdEdit } from './brakes';
import { claimIds } from './import/identity';
import { permittedAccount } from './permitted';

/** Who makes an edit, when and why. */
export interface Edit {
  accountId: string;
  comment: string;
  now: Micros;
  /** The change that it undoes. */
  reverts?: number;
  /** The moderator who has accepted the edit of a new account. */
  acceptedBy?: string;
  /** How to make the edit later, if it has to wait because it adds a link. Without it, new accounts can't add links by this write. */
  held?: HeldWrite;
  /** Whether a change by a new account waits for review; not if what it writes waits by itself. */
  isReviewed?: boolean;
}

/**
 * Makes a change by a person, in one transaction; `work` checks the permission for what it does. Changes by new accounts are queued for
 * review. Those that add links are held until a moderator accepts them.
 *
 * @throws {PermissionError} if there is no such account or it is banned
 * @throws {HeldError} if the edit waits for a moderator
 * @throws {RefusedError} if it looks like spam
 */
export function edit<Result>(by: Edit, work: (change: Change, actor: Actor) => Result): Result {
  const { accountId, comment, now, reverts, isReviewed = true } = by;
  try {
    return change({ actor: accountId, source: 'site', comment, now, reverts }, (it) => {
      const account = permittedAccount(accountId, 'change.make');
      const result = work(it, account);
      if (account.role === 'new') {
        // What a revert restores was there before.
        if (by.acceptedBy === undefined && reverts === undefined) {
          expectNoRepetition(by, it.recorded);
          expectNoLinks(by, it.recorded);
        }
        if (isReviewed) markForReview(by, it.id());
        promote(account, now);
      }
      return result;
    });
  } catch (error) {
    // The transaction has been rolled back, so nothing of the edit is stored but what is held.
    if (error instanceof HeldLink) return holdEdit(by, error);
    throw error;
  }
}

function markForReview({ acceptedBy, now }: Edit, id: number | undefined): void {
  if (id === undefined) return;
  const review =
    acceptedBy === undefined
      ? ({ review: 'waiting' } as const)
      : ({ review: 'approved', reviewedAt: now, reviewedBy: acceptedBy } as const);
  database().update(changes).set(review).where(eq(changes.id, id)).run();
}

function promote({ id, createdAt }: { id: string; createdAt: Date }, now: Micros): void {
  if (isDue(createdAt.getTime() * 1000, countUnrevertedChanges(id), now)) setRole(id, 'editor');
}

/** The id of a new row of a table, which no row has had before. */
export function newId(table: SQLiteTable): number {
  const [highest = 0] = claimIds(table, [{}]);
  database()
    .insert(usedIds)
    .values({ tableName: getTableName(table), highest })
    .onConflictDoUpdate({ target: usedIds.tableName, set: { highest } })
    .run();
  return highest;
}
