'use server';

import { z } from 'zod';
import { recordId } from '@/lib/edits/id-parameter';
import type { FormState } from '@/components/forms/form-state';
import { findPackageById } from '@/db/queries/packages';
import { setFavorite, setUsage } from '@/db/writes/people';
import { editBy, leaveTo, runForm } from '../run-form';

const form = z.object({
  package: recordId,
  wanted: z.enum(['yes', 'no']).transform((it) => it === 'yes'),
});

const pathOf = (packageId: number) => `/packages/${findPackageById(packageId)?.slug ?? ''}/mine/`;

/** Adds a package to the user's favorites, or removes it. */
export async function saveFavorite(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, form, async ({ package: id, wanted }) => {
    setFavorite(await editBy(''), id, wanted);
    return leaveTo(pathOf(id));
  });
}

/** Records that the user uses a package, or no longer does. */
export async function saveUsage(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, form, async ({ package: id, wanted }) => {
    setUsage(await editBy(''), id, wanted);
    return leaveTo(pathOf(id));
  });
}
