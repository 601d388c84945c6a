import { and, asc, eq, sql } from 'drizzle-orm';
import { prepared } from '../client';
import { credentials } from '../schema';

const ofAccount = eq(credentials.userId, sql.placeholder('id'));

const statements = prepared((db) => ({
  password: db
    .select({ hash: credentials.password })
    .from(credentials)
    .where(and(ofAccount, eq(credentials.providerId, 'credential')))
    .prepare(),
  all: db
    .select({
      provider: credentials.providerId,
      accountId: credentials.accountId,
      createdAt: credentials.createdAt,
    })
    .from(credentials)
    .where(ofAccount)
    .orderBy(asc(credentials.createdAt))
    .prepare(),
}));

/** The hash of an account's password; undefined if it signs in through a provider only. */
export const findPasswordHash = (accountId: string): string | undefined =>
  statements().password.get({ id: accountId })?.hash ?? undefined;

/** How an account signs in, without the secrets. */
export const listCredentials = (accountId: string) => statements().all.all({ id: accountId });
