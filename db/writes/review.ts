import { and, eq } from 'drizzle-orm';
import { MissingError } from '@/lib/edits/missing';
import { DecidedError } from '@/lib/edits/refused';
import { database } from '../client';
import { findChange } from '../queries/history';
import { changes } from '../schema';
import type { Edit } from './edit';
import { writePermitted } from './permitted';
import { revertChange } from './revert';

/**
 * Approves a change that waits for review.
 *
 * @throws {MissingError} if there is no such change
 * @throws {RefusedError} if it doesn't wait (any more)
 */
export function approveChange(by: Edit, id: number): void {
  writePermitted(by.accountId, 'change.review', ({ id: reviewedBy }) => {
    expectWaiting(id);
    database()
      .update(changes)
      .set({ review: 'approved', reviewedAt: by.now, reviewedBy })
      .where(and(eq(changes.id, id), eq(changes.review, 'waiting')))
      .run();
  });
}

/**
 * Reverts a change that waits for review, which also settles it.
 *
 * @throws {MissingError} if there is no such change
 * @throws {RefusedError} if it doesn't wait (any more)
 * @throws {ConflictError} if one of its fields has been changed again since
 */
export function rejectChange(by: Edit, id: number): void {
  writePermitted(by.accountId, 'change.review', () => {
    expectWaiting(id);
    revertChange(by, id);
  });
}

function expectWaiting(id: number): void {
  const found = findChange(id);
  if (!found) throw new MissingError('This change doesn’t exist.');
  if (found.review !== 'waiting') throw new DecidedError();
}
