'use server';

import { z } from 'zod';
import type { FormState } from '@/components/forms/form-state';
import { findPackageById } from '@/db/queries/packages';
import { addPackage, lockPackage, savePackage } from '@/db/writes/package-edits';
import { changeComment } from '@/lib/edits/fields';
import { openedFields } from '@/lib/edits/opened';
import { packageFields } from '@/lib/edits/package-fields';
import { editBy, leaveTo, runForm } from '../run-form';

const id = z.coerce.number().int().positive();
const reason = { reason: changeComment };

const packagePath = (packageId: number) => `/packages/p/${findPackageById(packageId)?.slug ?? ''}/`;

const added = packageFields.and(z.object(reason));

/** Adds a package. */
export async function createPackage(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, added, async ({ reason: comment, ...fields }) => {
    const by = await editBy(comment);
    return leaveTo(`/packages/p/${addPackage(by, fields)}/`);
  });
}

const saved = packageFields.and(z.object({ ...reason, package: id, opened: openedFields }));

/** Saves what people enter for a package. */
export async function editPackage(_: FormState, data: FormData): Promise<FormState> {
  return runForm(
    data,
    saved,
    async ({ package: packageId, opened, reason: comment, ...fields }) => {
      const by = await editBy(comment);
      savePackage(by, packageId, fields, opened);
      return leaveTo(packagePath(packageId));
    },
  );
}

/** Locks or unlocks a package. */
export async function setPackageLock(_: FormState, data: FormData): Promise<FormState> {
  const form = z.object({ package: id, lock: z.enum(['yes', 'no']) });
  return runForm(data, form, async ({ package: packageId, lock }) => {
    lockPackage(await editBy(''), packageId, lock === 'yes');
    return leaveTo(packagePath(packageId));
  });
}
