'use server';

import { isAPIError } from 'better-auth/api';
import { headers } from 'next/headers';
import { z } from 'zod';
import type { FormState } from '@/components/forms/form-state';
import { auth, signInKey } from '@/db/auth';
import { findAccountByName } from '@/db/queries/accounts';
import { accountName } from '@/lib/accounts/name';
import { nextPath } from '@/lib/accounts/next-path';
import { password } from '@/lib/accounts/password';
import { FormError, leaveTo, runForm } from '../run-form';

const form = z.object({ name: accountName, password, next: nextPath });

/** Creates an account with a user name and a password, signs in, and goes to `next`. */
export async function signUp(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, form, async ({ name, password: secret, next }) => {
    const taken = new FormError(undefined, { name: 'is taken' });
    if (findAccountByName(name)) throw taken;
    try {
      const body = { name, email: signInKey(name), password: secret };
      await auth().api.signUpEmail({ body, headers: await headers() });
    } catch (error) {
      // Somebody else may have taken it since.
      if (isAPIError(error)) throw taken;
      throw error;
    }
    return leaveTo(next);
  });
}
