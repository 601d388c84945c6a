'use server';

import { z } from 'zod';
import type { FormState } from '@/components/forms/form-state';
import { revertChange } from '@/db/writes/revert';
import { recordId } from '@/lib/edits/id-parameter';
import { changeComment } from '@/lib/edits/fields';
import { editBy, leaveTo, runForm } from '../../run-form';

const form = z.object({ change: recordId, reason: changeComment });

/** Reverts a change. */
export async function revert(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, form, async ({ change, reason }) => {
    revertChange(await editBy(reason), change);
    return leaveTo('/history/');
  });
}
