import { and, asc, count, desc, eq, isNull, sql } from 'drizzle-orm';
import { prepared, type Database } from '../client';
import { accounts, heldEdits } from '../schema';

const listed = (db: Database) =>
  db
    .select({
      id: heldEdits.id,
      accountId: heldEdits.accountId,
      account: accounts.name,
      createdAt: heldEdits.createdAt,
      comment: heldEdits.comment,
      write: heldEdits.write,
      arguments: heldEdits.arguments,
      path: heldEdits.path,
      decidedAt: heldEdits.decidedAt,
      isAccepted: heldEdits.isAccepted,
    })
    .from(heldEdits)
    .innerJoin(accounts, eq(accounts.id, heldEdits.accountId));

const isBy = eq(heldEdits.accountId, sql.placeholder('account'));
const isOpen = isNull(heldEdits.decidedAt);
const limit = sql.placeholder('limit');

const statements = prepared((db) => ({
  byId: listed(db)
    .where(eq(heldEdits.id, sql.placeholder('id')))
    .prepare(),
  open: listed(db).where(isOpen).orderBy(asc(heldEdits.id)).limit(limit).prepare(),
  ofAccount: listed(db).where(isBy).orderBy(desc(heldEdits.id)).limit(limit).prepare(),
  openOfAccount: db.select({ count: count() }).from(heldEdits).where(and(isBy, isOpen)).prepare(),
}));

export type HeldEditRow = NonNullable<ReturnType<typeof findHeldEdit>>;

/** An edit that waits or waited, by its id. */
export const findHeldEdit = (id: number) => statements().byId.get({ id });

/** The edits that wait for a moderator, oldest first. */
export const listOpenHeldEdits = (most: number) => statements().open.all({ limit: most });

/** The edits of an account that wait or waited, newest first. */
export const listHeldEditsBy = (account: string, most: number) =>
  statements().ofAccount.all({ account, limit: most });

/** The number of edits of an account that wait. */
export const countOpenHeldEdits = (account: string): number =>
  statements().openOfAccount.get({ account })?.count ?? 0;
