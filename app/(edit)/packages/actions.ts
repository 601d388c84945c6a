'use server';

import { z } from 'zod';
import type { FormState } from '@/components/forms/form-state';
import { findGrid } from '@/db/queries/grids';
import { findPackageById } from '@/db/queries/packages';
import { findGridSlug } from '@/db/queries/resolve-slug';
import { addPackage, lockPackage, savePackage } from '@/db/writes/package-edits';
import { recordId } from '@/lib/edits/id-parameter';
import { changeComment } from '@/lib/edits/fields';
import { openedFields } from '@/lib/edits/opened';
import { documentationFields, packageFields } from '@/lib/edits/package-fields';
import { editBy, leaveTo, runForm } from '../run-form';

const reason = { reason: changeComment };

const packagePath = (packageId: number) => `/packages/p/${findPackageById(packageId)?.slug ?? ''}/`;

const added = packageFields.and(z.object({ ...reason, grid: z.string().default('') }));

/** The id of a grid by its slug, present or former; 0, which no grid has, if there is none. */
const gridId = (slug: string) => findGrid(findGridSlug(slug) ?? '')?.id ?? 0;

/** Adds a package, to a grid too if one is chosen. */
export async function createPackage(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, added, async ({ reason: comment, grid, ...fields }) => {
    const by = await editBy(comment);
    const slug = addPackage(by, fields, grid === '' ? undefined : gridId(grid));
    return leaveTo(`/packages/p/${slug}/`);
  });
}

const saved = packageFields.and(z.object({ ...reason, package: recordId, opened: openedFields }));

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

const documented = documentationFields.extend({
  ...reason,
  package: recordId,
  opened: openedFields,
});

/** Saves the documentation link of a package. */
export async function editDocumentation(_: FormState, data: FormData): Promise<FormState> {
  return runForm(
    data,
    documented,
    async ({ package: packageId, opened, documentation, ...rest }) => {
      savePackage(await editBy(rest.reason), packageId, { documentation }, opened);
      return leaveTo(packagePath(packageId));
    },
  );
}

/** Locks or unlocks a package. */
export async function setPackageLock(_: FormState, data: FormData): Promise<FormState> {
  const form = z.object({ package: recordId, lock: z.enum(['yes', 'no']) });
  return runForm(data, form, async ({ package: packageId, lock }) => {
    lockPackage(await editBy(''), packageId, lock === 'yes');
    return leaveTo(packagePath(packageId));
  });
}
