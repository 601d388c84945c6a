'use server';

import { isAPIError } from 'better-auth/api';
import { headers } from 'next/headers';
import { z } from 'zod';
import type { FormState } from '@/components/forms/form-state';
import { auth, signInKey } from '@/db/auth';
import { countSignIn } from '@/db/sign-in-limit';
import { nextPath } from '@/lib/accounts/next-path';
import { BANNED, describeSignInError, UNREACHABLE } from '@/lib/accounts/sign-in-error';
import { FormError, leaveTo, runForm } from '../run-form';

const signInForm = z.object({
  name: z.string().trim().min(1, 'is required'),
  password: z.string().min(1, 'is required'),
  next: nextPath,
});

/** Signs in with a user name and a password, and goes to `next`. */
export async function signIn(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, signInForm, async ({ name, password, next }) => {
    if (!(await countSignIn(name))) {
      throw new FormError('Too many attempts. Please try again in 15 minutes.', {}, 429);
    }
    try {
      const body = { email: signInKey(name), password };
      await auth().api.signInEmail({ body, headers: await headers() });
    } catch (error) {
      if (!isAPIError(error)) throw error;
      const isBanned = error.body?.code === BANNED;
      throw new FormError(
        isBanned ? describeSignInError(BANNED) : 'Incorrect user name or password.',
      );
    }
    return leaveTo(next);
  });
}

const providerForm = z.object({ provider: z.enum(['github', 'oidc']), next: nextPath });

/** Begins signing in through GitHub or the OpenID provider. */
export async function signInWith(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, providerForm, async ({ provider, next }) => {
    const url = await addressOf(provider, next);
    return url === undefined ? { message: describeSignInError(UNREACHABLE) } : { goTo: url };
  });
}

/** Where the provider asks people to sign in; undefined if it can't be reached. */
async function addressOf(provider: 'github' | 'oidc', next: string): Promise<string | undefined> {
  const { api } = auth();
  const errorCallbackURL = `/login/?next=${encodeURIComponent(next)}`;
  const shared = { callbackURL: next, errorCallbackURL };
  const given = await headers();
  try {
    const { url } =
      provider === 'github'
        ? await api.signInSocial({ body: { provider, ...shared }, headers: given })
        : await api.signInWithOAuth2({
            body: { providerId: provider, ...shared },
            headers: given,
          });
    return url;
  } catch (error) {
    // fetch() throws a TypeError if there is no connection.
    if (isAPIError(error) || error instanceof TypeError) return undefined;
    throw error;
  }
}
