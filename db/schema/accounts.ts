import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { roles } from '@/lib/accounts/roles';
import { date, flag, micros, title } from './columns';

/**
 * People who can sign in. better-auth (db/auth.ts) calls it `user` and adds rows; roles and bans are ours. No e-mail address is stored.
 * The row of a deleted account stays, without its name, because the history refers to it.
 */
export const accounts = sqliteTable(
  'accounts',
  {
    id: text().primaryKey(),
    /** The account name, as in `/profiles/<name>/`. */
    name: title().notNull(),
    /** Identifies the account to better-auth, in place of an e-mail address: `<name>@local.invalid`, `<id>@github.invalid`. */
    signInKey: text().notNull().unique('accounts_sign_in_key'),
    emailVerified: flag(),
    /** Always null; better-auth requires the column. */
    image: text(),
    createdAt: date().notNull(),
    updatedAt: date().notNull(),
    role: text({ enum: roles }).notNull().default('new'),
    bannedAt: micros(),
    /** Why it is banned, for moderators. */
    banReason: text().notNull().default(''),
    deletedAt: micros(),
    /** What people say about themselves. */
    about: text().notNull().default(''),
    githubAccount: text(),
    gitlabAccount: text(),
    bitbucketAccount: text(),
    sharesFavorites: integer({ mode: 'boolean' }).notNull().default(false),
    /** The secret in the address of its feed of watched records; null until it asks for one. */
    feedToken: text().unique('accounts_feed_token'),
  },
  (table) => [
    uniqueIndex('accounts_name').on(table.name),
    check('accounts_role', sql.raw(`role in (${roles.map((role) => `'${role}'`).join(', ')})`)),
  ],
);

export type Account = typeof accounts.$inferSelect;

/** How an account signs in: with a password, or through a provider. better-auth calls it `account`. */
export const credentials = sqliteTable(
  'credentials',
  {
    id: text().primaryKey(),
    /** The id of the account at the provider. */
    accountId: text().notNull(),
    /** `credential` for a password, `github` or `oidc`. */
    providerId: text().notNull(),
    userId: text()
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    /** A hash (scrypt), and null for providers. Their tokens are never stored: nothing is done in their name. */
    password: text(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: date(),
    refreshTokenExpiresAt: date(),
    scope: text(),
    createdAt: date().notNull(),
    updatedAt: date().notNull(),
  },
  (table) => [
    uniqueIndex('credentials_provider').on(table.providerId, table.accountId),
    index('credentials_user').on(table.userId),
  ],
);
