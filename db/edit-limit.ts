import { RateLimiterRes } from 'rate-limiter-flexible';
import { editLimits } from '@/lib/accounts/edit-limits';
import type { Actor } from '@/lib/accounts/permissions';
import { RefusedError } from '@/lib/edits/refused';
import { countOf } from '@/lib/text/wording';
import { openLimiter } from './rate-limiter';

const HOUR = 60 * 60;

const limiters = new Map<string, ReturnType<typeof openLimiter>>();

/**
 * Counts an edit of an account against the limit of its role. Callers count before they write, failed edits too.
 *
 * @throws {RefusedError} if there were too many within an hour; says when to try again
 */
export async function countEdit({ id, role }: Actor): Promise<void> {
  const points = editLimits[role];
  if (points === undefined) return;
  const limit = { tableName: 'edit_counts', keyPrefix: role, points, duration: HOUR };
  const limiter = await (limiters.get(role) ?? open(role, limit));
  try {
    await limiter.consume(id);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const minutes = countOf(Math.max(1, Math.ceil(error.msBeforeNext / 60_000)), 'minute');
    throw new RefusedError(
      `You have made ${points} edits within an hour, the most for your role. Try again in ${minutes}; what you typed is kept.`,
      429,
    );
  }
}

function open(role: string, limit: Parameters<typeof openLimiter>[0]) {
  const opened = openLimiter(limit);
  limiters.set(role, opened);
  return opened;
}
