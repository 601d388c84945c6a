'use server';

import { z } from 'zod';
import type { FormState } from '@/components/forms/form-state';
import { renameRecord } from '@/db/writes/rename';
import { recordId } from '@/lib/edits/id-parameter';
import { changeComment } from '@/lib/edits/fields';
import { openedFields } from '@/lib/edits/opened';
import { chosenSlug } from '@/lib/edits/slug';
import { editBy, leaveTo, runForm } from './run-form';

const form = z.object({
  kind: z.enum(['package', 'grid']),
  id: recordId,
  slug: chosenSlug,
  reason: changeComment,
  opened: openedFields,
});

/** Changes the slug of a package or grid and goes on to its page. */
export async function rename(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, form, async ({ kind, id, slug, reason, opened }) => {
    renameRecord(await editBy(reason), { kind, id }, slug, opened);
    return leaveTo(kind === 'package' ? `/packages/p/${slug}/` : `/grids/g/${slug}/`);
  });
}
