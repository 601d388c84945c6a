'use server';

import { headers } from 'next/headers';
import { z } from 'zod';
import { currentSession } from '@/app/session';
import type { FormState } from '@/components/forms/form-state';
import { auth } from '@/db/auth';
import type { Account } from '@/db/queries/accounts';
import { findPasswordHash } from '@/db/queries/credentials';
import { endSession, endSessions } from '@/db/sessions';
import { countSignIn } from '@/db/sign-in-limit';
import { removeAccount } from '@/db/writes/account-removal';
import { isPasswordOf, setPassword } from '@/db/writes/accounts';
import { saveProfile } from '@/db/writes/profile';
import { password } from '@/lib/accounts/password';
import { profileFields } from '@/lib/accounts/profile-fields';
import { now } from '@/lib/time';
import { FormError, leaveTo, runForm, submittingAccount } from '../run-form';

/** Saves the profile of the signed-in person, and shows it. */
export async function editProfile(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, profileFields, async (profile) => {
    const { id } = await submittingAccount();
    if (!saveProfile(id, profile)) throw new FormError(undefined, { name: 'is taken' });
    return leaveTo(`/profiles/${profile.name}/`);
  });
}

const passwordForm = z.object({ currentPassword: z.string(), newPassword: password });

/** Replaces the password, and ends all other sessions. */
export async function changePassword(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, passwordForm, async ({ currentPassword, newPassword }) => {
    const account = await submittingAccount();
    await expectPassword(account, 'currentPassword', currentPassword);
    await setPassword(account.id, newPassword, (await currentSession())?.id);
    return leaveTo('/profiles/sessions/');
  });
}

/** Ends one session of the signed-in person. */
export async function endOne(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, z.object({ session: z.string() }), async ({ session }) => {
    const { id } = await submittingAccount();
    endSession(id, session);
    return leaveTo('/profiles/sessions/');
  });
}

/** Ends all their sessions but this one. */
export async function endOthers(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, z.object({}), async () => {
    const { id } = await submittingAccount();
    endSessions(id, (await currentSession())?.id ?? '');
    return leaveTo('/profiles/sessions/');
  });
}

const deletionForm = z.object({ password: z.string().optional(), name: z.string().optional() });

/** Deletes the account of the signed-in person, who confirms it with their password, or with their name if they have none. */
export async function deleteAccount(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, deletionForm, async (given) => {
    const account = await submittingAccount();
    if (findPasswordHash(account.id) !== undefined) {
      await expectPassword(account, 'password', given.password ?? '');
    } else if (given.name?.trim().toLowerCase() !== account.name.toLowerCase()) {
      throw new FormError(undefined, { name: 'is not yours' });
    }
    if (!removeAccount(account.id, now())) {
      throw new FormError(
        'You are the only administrator. Make someone else an administrator first.',
      );
    }
    await auth().api.signOut({ headers: await headers() });
    return leaveTo('/');
  });
}

/** Throws FormError, which names the field, if this is not the password of the account. Attempts are limited as for signing in. */
async function expectPassword(account: Account, field: string, given: string): Promise<void> {
  if (!(await countSignIn(account.name))) {
    throw new FormError('Too many attempts. Please try again in 15 minutes.', {}, 429);
  }
  if (!(await isPasswordOf(account.id, given))) {
    throw new FormError(undefined, { [field]: 'is incorrect' });
  }
}
