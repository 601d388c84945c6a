'use server';

import { z } from 'zod';
import type { FormState } from '@/components/forms/form-state';
import { saveCellTexts } from '@/db/writes/cell-texts';
import { recordId } from '@/lib/edits/id-parameter';
import { cellTexts } from '@/lib/edits/cell-texts';
import { editBy, runForm } from '../run-form';

const form = z.object({ grid: recordId, cells: cellTexts });

/** Saves the texts of cells of a grid; the state says which of them somebody else has changed meanwhile. */
export async function saveSheet(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, form, async ({ grid, cells }) => ({
    values: {},
    unsaved: saveCellTexts(await editBy(''), grid, cells),
  }));
}
