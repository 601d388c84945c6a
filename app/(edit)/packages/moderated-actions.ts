'use server';

import { z } from 'zod';
import type { FormState } from '@/components/forms/form-state';
import { findExample } from '@/db/queries/examples';
import { findPackageById } from '@/db/queries/packages';
import { addExample, removeExample, saveExample } from '@/db/writes/examples';
import { addFlag } from '@/db/writes/flags';
import { recordId } from '@/lib/edits/id-parameter';
import { exampleFields } from '@/lib/edits/example-fields';
import { changeComment, typed } from '@/lib/edits/fields';
import { editBy, leaveTo, runForm } from '../run-form';

const slugOf = (packageId: number) => findPackageById(packageId)?.slug ?? '';

const reportForm = z.object({
  package: recordId,
  reason: typed(1000).pipe(z.string().min(1, 'is required')),
});

/** Reports a package to the moderators. */
export async function report(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, reportForm, async ({ package: packageId, reason }) => {
    addFlag(await editBy(''), packageId, reason);
    return leaveTo(`/packages/${slugOf(packageId)}/flag/`);
  });
}

/** Adds a site that uses a package. */
export async function createExample(_: FormState, data: FormData): Promise<FormState> {
  const form = exampleFields.extend({ package: recordId });
  return runForm(data, form, async ({ package: packageId, ...fields }) => {
    addExample(await editBy(''), packageId, fields);
    return leaveTo(`/packages/${slugOf(packageId)}/example/add/`);
  });
}

const exampleList = (example: number) =>
  `/packages/${findExample(example)?.package.slug ?? ''}/example/add/`;

/** Saves a site that uses a package. */
export async function editExample(_: FormState, data: FormData): Promise<FormState> {
  const form = exampleFields.extend({ example: recordId });
  return runForm(data, form, async ({ example, ...fields }) => {
    saveExample(await editBy(''), example, fields);
    return leaveTo(exampleList(example));
  });
}

/** Removes a site that uses a package. */
export async function deleteExample(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, z.object({ example: recordId, reason: changeComment }), async (values) => {
    const list = exampleList(values.example);
    removeExample(await editBy(values.reason), values.example);
    return leaveTo(list);
  });
}
