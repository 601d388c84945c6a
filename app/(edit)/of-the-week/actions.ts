'use server';

import type { FormState } from '@/components/forms/form-state';
import { findGrid } from '@/db/queries/grids';
import { findPackage } from '@/db/queries/packages';
import { findGridSlug, findPackageSlug } from '@/db/queries/resolve-slug';
import { saveWeeklyPick } from '@/db/writes/weekly-picks';
import { pickFields } from '@/lib/posts/fields';
import { weekField } from '@/lib/posts/week';
import { editBy, FormError, leaveTo, runForm } from '../run-form';

/** Saves the grid and the package of a week; with both names empty, it removes them. */
export async function chooseOfWeek(_: FormState, data: FormData): Promise<FormState> {
  const form = pickFields.extend({ week: weekField });
  return runForm(data, form, async ({ week, grid, package: name, note }) => {
    const gridId = findGrid(findGridSlug(grid) ?? '')?.id ?? null;
    const packageId = findPackage(findPackageSlug(name) ?? '')?.package.id ?? null;
    const errors = {
      ...(grid !== '' && gridId === null && { grid: 'is not in the catalogue' }),
      ...(name !== '' && packageId === null && { package: 'is not in the catalogue' }),
    };
    if (Object.keys(errors).length > 0) throw new FormError(undefined, errors);
    saveWeeklyPick(await editBy(''), week, { gridId, packageId, note });
    return leaveTo('/of-the-week/');
  });
}
