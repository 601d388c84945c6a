'use server';

import { z } from 'zod';
import type { FormState } from '@/components/forms/form-state';
import { findAccount, findAccountByName } from '@/db/queries/accounts';
import { banAccount, changeRole, unbanAccount } from '@/db/writes/bans';
import { decideExample } from '@/db/writes/examples';
import { resolveFlag } from '@/db/writes/flags';
import { lockGrid } from '@/db/writes/grids';
import { acceptHeldEdit, declineHeldEdit } from '@/db/writes/held';
import { lockPackage } from '@/db/writes/package-edits';
import { revertAll as revertAllOf } from '@/db/writes/revert-all';
import { revertChange } from '@/db/writes/revert';
import { approveChange, rejectChange } from '@/db/writes/review';
import { roles } from '@/lib/accounts/roles';
import { recordId } from '@/lib/edits/id-parameter';
import { changeComment, required, typed } from '@/lib/edits/fields';
import { DecidedError } from '@/lib/edits/refused';
import { settings } from '@/lib/settings';
import { parseTime } from '@/lib/time';
import { editBy, FormError, leaveTo, runForm } from '../run-form';

const reason = { reason: changeComment.default('') };

const decision = z.object({
  kind: z.enum(['change', 'any-change', 'held', 'flag', 'example']),
  id: recordId,
  decision: z.enum(['approve', 'reject'], 'is required'),
  from: z.enum(['/moderation/', '/moderation/recent/']),
  answer: typed(1000).default(''),
  ...reason,
});

type Decision = z.output<typeof decision>;
type By = Awaited<ReturnType<typeof editBy>>;

/** What each decision does. */
const deciders: Record<Decision['kind'], (by: By, values: Decision, isApproved: boolean) => void> =
  {
    change: (by, { id: change }, isApproved) => {
      (isApproved ? approveChange : rejectChange)(by, change);
    },
    'any-change': (by, { id: change }) => {
      revertChange(by, change);
    },
    held: (by, { id: held }, isApproved) => {
      (isApproved ? acceptHeldEdit : declineHeldEdit)(by, held);
    },
    flag: (by, { id: flag, answer }, isApproved) => {
      resolveFlag(by, flag, isApproved, answer);
    },
    example: (by, { id: example }, isApproved) => {
      decideExample(by, example, isApproved);
    },
  };

/** Decides on an item of the queue. */
export async function decide(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, decision, async (values) => {
    const by = await editBy(values.reason);
    try {
      deciders[values.kind](by, values, values.decision === 'approve');
    } catch (error) {
      // The item is no longer in the queue, so its form can't show this.
      if (error instanceof DecidedError) return leaveTo(`${values.from}?decided=already`);
      throw error;
    }
    return leaveTo(values.from);
  });
}

const account = { account: z.string() };
const accountPath = (accountId: string) =>
  `/moderation/accounts/${findAccount(accountId)?.name ?? ''}/`;

/** Goes to the page of the account with a name. */
export async function openAccount(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, z.object({ name: required(39) }), ({ name }) => {
    const found = findAccountByName(name);
    if (found?.deletedAt !== null) throw new FormError(undefined, { name: 'is not known' });
    return leaveTo(accountPath(found.id));
  });
}

/** Bans an account. */
export async function ban(_: FormState, data: FormData): Promise<FormState> {
  const form = z.object({ ...account, reason: required(500) });
  return runForm(data, form, async ({ account: accountId, reason: why }) => {
    banAccount(await editBy(''), accountId, why);
    return leaveTo(accountPath(accountId));
  });
}

/** Ends the ban of an account. */
export async function unban(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, z.object(account), async ({ account: accountId }) => {
    unbanAccount(await editBy(''), accountId);
    return leaveTo(accountPath(accountId));
  });
}

/** Changes the role of an account. */
export async function setAccountRole(_: FormState, data: FormData): Promise<FormState> {
  const form = z.object({ ...account, role: z.enum(roles) });
  return runForm(data, form, async ({ account: accountId, role }) => {
    changeRole(await editBy(''), accountId, role);
    return leaveTo(accountPath(accountId));
  });
}

const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, 'must be a date such as 2026-11-30')
  .refine((text) => parseTime(text, 'UTC') !== undefined, 'is not in the calendar');

/** Reverts all changes of an account since a day. */
export async function revertAll(_: FormState, data: FormData): Promise<FormState> {
  const form = z.object({ ...account, ...reason, since: day });
  return runForm(data, form, async ({ account: accountId, since, reason: comment }) => {
    const start = parseTime(since, settings().SITE_TIME_ZONE) ?? 0;
    revertAllOf(await editBy(comment), accountId, start);
    return leaveTo(`${accountPath(accountId)}reverted/?since=${since}`);
  });
}

/** Unlocks a grid or a package. */
export async function unlock(_: FormState, data: FormData): Promise<FormState> {
  return runForm(
    data,
    z.object({ kind: z.enum(['grid', 'package']), id: recordId }),
    async (values) => {
      const write = values.kind === 'grid' ? lockGrid : lockPackage;
      write(await editBy(''), values.id, false);
      return leaveTo('/moderation/locks/');
    },
  );
}
