'use server';

import { z } from 'zod';
import type { FormState } from '@/components/forms/form-state';
import { findPackageById } from '@/db/queries/packages';
import { deprecatePackage, undeprecatePackage } from '@/db/writes/deprecation';
import { recordId } from '@/lib/edits/id-parameter';
import { deprecationFields } from '@/lib/edits/deprecation-fields';
import { changeComment } from '@/lib/edits/fields';
import { openedFields } from '@/lib/edits/opened';
import { editBy, leaveTo, runForm } from '../run-form';

const pagePath = (packageId: number) => `/packages/p/${findPackageById(packageId)?.slug ?? ''}/`;

const form = deprecationFields.extend({
  package: recordId,
  reason: changeComment,
  opened: openedFields,
});

/** Marks a package as deprecated, or edits its deprecation. */
export async function deprecate(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, form, async ({ package: packageId, opened, reason, ...fields }) => {
    deprecatePackage(await editBy(reason), packageId, fields, opened);
    return leaveTo(pagePath(packageId));
  });
}

/** Marks a package as no longer deprecated. */
export async function undeprecate(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, z.object({ package: recordId }), async ({ package: packageId }) => {
    undeprecatePackage(await editBy(''), packageId);
    return leaveTo(pagePath(packageId));
  });
}
