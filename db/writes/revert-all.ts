import { ConflictError } from '@/lib/edits/conflict';
import { MissingError } from '@/lib/edits/missing';
import { RefusedError } from '@/lib/edits/refused';
import type { Micros } from '@/lib/time';
import { listEffectiveChanges } from '../queries/changes-since';
import type { Edit } from './edit';
import { writePermitted } from './permitted';
import { revertChange } from './revert';

interface Outcome {
  /** Ids of the changes that have been reverted, newest first. */
  reverted: number[];
  /** Ids of those that stay, because somebody has changed the same since or they can't be reverted. */
  kept: number[];
}

/**
 * Reverts all changes of an account since a time, newest first, in one transaction. What others have changed since stays, so a change that
 * conflicts with theirs is kept whole. Run again, it only reverts what still has an effect.
 *
 * @throws {PermissionError} if the account that does it is no moderator
 */
export function revertAll(by: Edit, accountId: string, since: Micros): Outcome {
  return writePermitted(by.accountId, 'change.revertAll', () => {
    const outcome: Outcome = { reverted: [], kept: [] };
    for (const id of listEffectiveChanges(accountId, since)) {
      outcome[revertIfPossible(by, id) ? 'reverted' : 'kept'].push(id);
    }
    return outcome;
  });
}

const expected = [ConflictError, MissingError, RefusedError];

function revertIfPossible(by: Edit, id: number): boolean {
  try {
    revertChange(by, id);
    return true;
  } catch (error) {
    if (expected.some((it) => error instanceof it)) return false;
    throw error;
  }
}
