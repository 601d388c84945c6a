import { z } from 'zod';
import type { Micros } from '@/lib/time';
import { stateDatabase, storage } from './state-database';

/**
 * The sessions of an account, read and ended in the state database. better-auth's functions read a separate list
 * of sessions, which can lose one of two that begin at the same time.
 */

/** As better-auth stores it, with its own copy of the account. */
const stored = z.object({
  session: z.object({
    id: z.string(),
    userAgent: z.string().nullish(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  }),
});

export interface Session {
  id: string;
  userAgent: string;
  startedAt: Micros;
  /** When it was last used, at most a day earlier than in truth: it is written once a day. */
  usedAt: Micros;
}

const OF_ACCOUNT = `json_valid(value) and json_extract(value, '$.session.userId') = ?`;

const microsOf = (iso: string): Micros => Date.parse(iso) * 1000;

/** The sessions of an account that have not expired, the last used first. */
export function listSessions(accountId: string): Session[] {
  return stateDatabase()
    .prepare<[string, number], string>(
      `select value from stored where ${OF_ACCOUNT} and expires_at > ?
      order by json_extract(value, '$.session.updatedAt') desc`,
    )
    .pluck()
    .all(accountId, Math.floor(Date.now() / 1000))
    .map((value) => stored.parse(JSON.parse(value)).session)
    .map(({ id, userAgent, createdAt, updatedAt }) => ({
      ...{ id, userAgent: userAgent ?? '' },
      ...{ startedAt: microsOf(createdAt), usedAt: microsOf(updatedAt) },
    }));
}

/** Ends a session; does nothing if the account has no such session. */
export function endSession(accountId: string, id: string): void {
  stateDatabase()
    .prepare(`delete from stored where ${OF_ACCOUNT} and json_extract(value, '$.session.id') = ?`)
    .run(accountId, id);
}

/** Ends all sessions of an account, except one if given. */
export function endSessions(accountId: string, exceptId?: string): void {
  stateDatabase()
    .prepare(
      `delete from stored where ${OF_ACCOUNT} and json_extract(value, '$.session.id') is not ?`,
    )
    .run(accountId, exceptId ?? null);
  if (exceptId === undefined) storage.delete(`active-sessions-${accountId}`);
}
