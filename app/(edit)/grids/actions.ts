'use server';

import { z } from 'zod';
import type { FormState } from '@/components/forms/form-state';
import { findFeature } from '@/db/queries/features';
import { findGridById } from '@/db/queries/grids';
import { findPackage } from '@/db/queries/packages';
import { findPackageSlug } from '@/db/queries/resolve-slug';
import { confirmCell, saveCell } from '@/db/writes/cells';
import { addFeature, removeFeature, saveFeature } from '@/db/writes/features';
import { addGrid, addToGrid, lockGrid, removeFromGrid, saveGrid } from '@/db/writes/grids';
import { cellFields, changeComment, featureFields, gridFields } from '@/lib/edits/fields';
import { openedFields } from '@/lib/edits/opened';
import { editBy, FormError, leaveTo, runForm } from '../run-form';

const id = z.coerce.number().int().positive();
const reason = { reason: changeComment };

const gridPath = (gridId: number) => `/grids/g/${findGridById(gridId)?.slug ?? ''}/`;

/** Adds a grid and goes on to its editing page. */
export async function createGrid(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, gridFields.extend(reason), async ({ reason: comment, ...fields }) => {
    const slug = addGrid(await editBy(comment), fields);
    return leaveTo(`/grids/${slug}/edit/`);
  });
}

const existingGrid = gridFields.extend({ ...reason, grid: id, opened: openedFields });

/** Saves title and description of a grid. */
export async function editGrid(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, existingGrid, async ({ grid, opened, reason: comment, ...fields }) => {
    saveGrid(await editBy(comment), grid, fields, opened);
    return leaveTo(gridPath(grid));
  });
}

/** Locks or unlocks a grid. */
export async function setGridLock(_: FormState, data: FormData): Promise<FormState> {
  const form = z.object({ ...reason, grid: id, lock: z.enum(['yes', 'no']) });
  return runForm(data, form, async ({ grid, lock, reason: comment }) => {
    lockGrid(await editBy(comment), grid, lock === 'yes');
    return leaveTo(gridPath(grid));
  });
}

/** Adds a feature to a grid. */
export async function createFeature(_: FormState, data: FormData): Promise<FormState> {
  const form = featureFields.extend({ ...reason, grid: id });
  return runForm(data, form, async ({ grid, reason: comment, ...fields }) => {
    addFeature(await editBy(comment), grid, fields);
    return leaveTo(gridPath(grid));
  });
}

const existingFeature = featureFields.extend({ ...reason, feature: id, opened: openedFields });

/** Saves a feature. */
export async function editFeature(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, existingFeature, async ({ feature, opened, reason: comment, ...fields }) => {
    saveFeature(await editBy(comment), feature, fields, opened);
    return leaveTo(gridPath(findFeature(feature)?.grid.id ?? 0));
  });
}

/** Removes a feature with its cells. */
export async function deleteFeature(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, z.object({ ...reason, feature: id }), async (values) => {
    const grid = findFeature(values.feature)?.grid.id ?? 0;
    removeFeature(await editBy(values.reason), values.feature);
    return leaveTo(gridPath(grid));
  });
}

const named = z.string().trim().min(1, 'is required').max(300, 'must have at most 300 characters');

/** Adds a package, by name or address, to a grid. */
export async function addPackage(_: FormState, data: FormData): Promise<FormState> {
  const form = z.object({ ...reason, grid: id, package: named });
  return runForm(data, form, async ({ grid, package: name, reason: comment }) => {
    const found = findPackage(findPackageSlug(name) ?? '');
    if (!found) throw new FormError(undefined, { package: 'is not in the catalogue' });
    addToGrid(await editBy(comment), grid, found.package.id);
    return leaveTo(gridPath(grid));
  });
}

/** Removes a package from a grid. */
export async function removePackage(_: FormState, data: FormData): Promise<FormState> {
  const form = z.object({ ...reason, grid: id, package: id });
  return runForm(data, form, async ({ grid, package: packageId, reason: comment }) => {
    removeFromGrid(await editBy(comment), grid, packageId);
    return leaveTo(gridPath(grid));
  });
}

const place = { grid: id, feature: id, package: id };
const cellForm = cellFields.extend({ ...reason, ...place, opened: openedFields });

/** Saves a cell. */
export async function editCell(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, cellForm, async (values) => {
    const { grid, feature, package: packageId, opened, reason: comment, ...fields } = values;
    const ref = { gridId: grid, featureId: feature, packageId };
    saveCell(await editBy(comment), ref, fields, opened);
    return leaveTo(gridPath(grid));
  });
}

/** Records that a cell is still correct. */
export async function confirm(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, z.object(place), async ({ grid, feature, package: packageId }) => {
    confirmCell(await editBy(''), { gridId: grid, featureId: feature, packageId });
    return leaveTo(gridPath(grid));
  });
}
