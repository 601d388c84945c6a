'use server';

import { headers } from 'next/headers';
import { z } from 'zod';
import type { FormState } from '@/components/forms/form-state';
import { auth } from '@/db/auth';
import { leaveTo, runForm } from '../run-form';

/** Ends the session. */
export async function signOut(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, z.object({}), async () => {
    await auth().api.signOut({ headers: await headers() });
    return leaveTo('/');
  });
}
