import { randomBytes } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { LimitError } from '@/lib/edits/limit';
import { MissingError } from '@/lib/edits/missing';
import { MOST_WATCHED } from '@/lib/edits/watching';
import { now, type Micros } from '@/lib/time';
import { database } from '../client';
import { listUsages } from '../queries/favorites';
import { findGridById } from '../queries/grids';
import { findPackageById } from '../queries/packages';
import { countWatches, findWatch, type Watchable } from '../queries/watches';
import { accounts, favorites, lists, packages, usages, watches } from '../schema';
import { change, type Change } from './change';
import { keep, type Person } from './keep';

/** Adds a package to the favorites of an account, or removes it. Throws MissingError if there is no such package. */
export function setFavorite(by: Person, packageId: number, isFavorite: boolean): void {
  keep(by, 'person.keep', () => {
    expectPackage(packageId);
    const row = { accountId: by.accountId, packageId };
    const ofRow = and(eq(favorites.accountId, by.accountId), eq(favorites.packageId, packageId));
    if (!isFavorite) database().delete(favorites).where(ofRow).run();
    else {
      database()
        .insert(favorites)
        .values({ ...row, createdAt: by.now })
        .onConflictDoNothing()
        .run();
    }
  });
}

/**
 * Records that somebody uses a package, or no longer does, and counts it. It is no edit of the package, so the history doesn't have it.
 * Throws MissingError if there is no such package.
 */
export function setUsage(by: Person, packageId: number, isUsed: boolean): void {
  keep(by, 'package.use', (it) => {
    expectPackage(packageId);
    const row = { accountId: by.accountId, packageId };
    const ofRow = and(eq(usages.accountId, by.accountId), eq(usages.packageId, packageId));
    const { changes } = isUsed
      ? database()
          .insert(usages)
          .values({ ...row, createdAt: by.now })
          .onConflictDoNothing()
          .run()
      : database().delete(usages).where(ofRow).run();
    if (changes > 0) countUsage(it, packageId, { by: isUsed ? 1 : -1, at: by.now });
  });
}

/** Adds to the number of people who use a package. An import may have replaced it meanwhile, so it stops at 0. */
function countUsage(it: Change, packageId: number, { by, at }: { by: number; at: Micros }): void {
  database()
    .update(packages)
    .set({ usageCount: sql`max(0, ifnull(usage_count, 0) + ${by})`, usageCountedAt: at })
    .where(eq(packages.id, packageId))
    .run();
  it.touch({ kind: 'package', id: packageId });
}

/**
 * Begins or ends watching a package or a grid.
 *
 * @throws {MissingError} if there is no such record
 * @throws {LimitError} if the account watches too many
 */
export function setWatch(by: Person, record: Watchable, isWatched: boolean): void {
  keep(by, 'person.keep', () => {
    const { accountId } = by;
    const present = findWatch(accountId, record);
    if (!isWatched) {
      if (present) database().delete(watches).where(eq(watches.id, present.id)).run();
      return;
    }
    if (record.kind === 'package') expectPackage(record.id);
    else if (!findGridById(record.id)) throw new MissingError('This grid no longer exists.');
    if (present) return;
    if (countWatches(accountId) >= MOST_WATCHED) {
      throw new LimitError(
        `You watch ${MOST_WATCHED} packages and grids, which is the most. Stop watching one first.`,
      );
    }
    const of = record.kind === 'package' ? { packageId: record.id } : { gridId: record.id };
    database()
      .insert(watches)
      .values({ accountId, createdAt: by.now, ...of })
      .run();
  });
}

/** Length of the secret in the address of a feed, in bytes. */
const TOKEN_LENGTH = 24;

/** Gives the feed of watched records a new URL, so that the former one stops working. */
export function renewFeedToken(by: Person): void {
  keep(by, 'person.keep', () => {
    setFeedToken(by.accountId, randomBytes(TOKEN_LENGTH).toString('base64url'));
  });
}

/** Turns the feed of watched records off. */
export function removeFeedToken(by: Person): void {
  keep(by, 'person.keep', () => {
    setFeedToken(by.accountId, null);
  });
}

function setFeedToken(accountId: string, feedToken: string | null): void {
  database().update(accounts).set({ feedToken }).where(eq(accounts.id, accountId)).run();
}

/**
 * Deletes the favorites, uses, lists, watches and feed URL of an account, and no longer counts what it used. For the deletion of the account,
 * whose row stays, so banned accounts are allowed too. Can run within another transaction.
 */
export function removePersonalRows(accountId: string, at: Micros = now()): void {
  change({ actor: accountId, source: 'site', comment: '', now: at }, (it) => {
    for (const packageId of listUsages(accountId)) countUsage(it, packageId, { by: -1, at });
    const db = database();
    for (const table of [usages, favorites, lists, watches]) {
      db.delete(table).where(eq(table.accountId, accountId)).run();
    }
    const none = { feedToken: null, sharesFavorites: false };
    db.update(accounts).set(none).where(eq(accounts.id, accountId)).run();
  });
}

function expectPackage(id: number): void {
  if (!findPackageById(id)) throw new MissingError('This package no longer exists.');
}
