import { eq } from 'drizzle-orm';
import { MissingError } from '@/lib/edits/missing';
import { DecidedError, RefusedError } from '@/lib/edits/refused';
import { database } from '../client';
import { findFlag, listFlagsBy } from '../queries/flags';
import { findPackageById } from '../queries/packages';
import { flags } from '../schema';
import type { Edit } from './edit';
import { writePermitted } from './permitted';

/**
 * Reports a package to the moderators.
 *
 * @throws {MissingError} if there is no such package
 * @throws {RefusedError} if the account has reported it already and nobody has answered yet
 */
export function addFlag(by: Edit, packageId: number, reason: string): void {
  writePermitted(by.accountId, 'package.flag', ({ id: accountId }) => {
    if (!findPackageById(packageId)) throw new MissingError('This package no longer exists.');
    const [latest] = listFlagsBy(accountId, packageId, 1);
    if (latest?.resolvedAt === null) {
      throw new RefusedError('You have reported this package already. A moderator will answer.');
    }
    database().insert(flags).values({ packageId, accountId, reason, createdAt: by.now }).run();
  });
}

/**
 * Answers a report: upholds or dismisses it.
 *
 * @throws {MissingError} if there is no such report
 * @throws {DecidedError} if it has been answered already
 */
export function resolveFlag(by: Edit, id: number, isUpheld: boolean, answer: string): void {
  writePermitted(by.accountId, 'change.review', ({ id: resolvedBy }) => {
    const flag = findFlag(id);
    if (!flag) throw new MissingError('There is no such report.');
    if (flag.resolvedAt !== null) throw new DecidedError();
    database()
      .update(flags)
      .set({ isUpheld, answer, resolvedAt: by.now, resolvedBy })
      .where(eq(flags.id, id))
      .run();
  });
}
