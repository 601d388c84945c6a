'use server';

import { z } from 'zod';
import type { FormState } from '@/components/forms/form-state';
import { findFeature } from '@/db/queries/features';
import { findGridById } from '@/db/queries/grids';
import { confirmCell, saveCell } from '@/db/writes/cells';
import { addFeatures, removeFeature, saveFeature } from '@/db/writes/features';
import { addGrid, addToGrid, lockGrid, removeFromGrid, saveGrid } from '@/db/writes/grids';
import { recordId } from '@/lib/edits/id-parameter';
import { cellFields, changeComment, featureFields, gridFields } from '@/lib/edits/fields';
import { lines } from '@/lib/edits/lines';
import { openedFields } from '@/lib/edits/opened';
import { editBy, leaveTo, runForm } from '../run-form';
import { idsOfPackages } from './named-packages';

const reason = { reason: changeComment };

const gridPath = (gridId: number) => `/grids/g/${findGridById(gridId)?.slug ?? ''}/`;

/** Most packages, and most features, that can be added to a grid at once. */
const MOST = 50;

const firstFeatures = lines(MOST).pipe(z.array(featureFields.shape.title));
const newGrid = gridFields.extend({ ...reason, packages: lines(MOST), features: firstFeatures });

/** Adds a grid with its first packages and features, and goes on to its cells. */
export async function createGrid(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, newGrid, async ({ reason: comment, packages, features, ...fields }) => {
    const slug = addGrid(await editBy(comment), fields, {
      packageIds: idsOfPackages(packages),
      features: features.map((title) => ({ title, description: '', metric: null })),
    });
    return leaveTo(`/grids/${slug}/edit/#cells`);
  });
}

const existingGrid = gridFields.extend({ ...reason, grid: recordId, opened: openedFields });

/** Saves title and description of a grid. */
export async function editGrid(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, existingGrid, async ({ grid, opened, reason: comment, ...fields }) => {
    saveGrid(await editBy(comment), grid, fields, opened);
    return leaveTo(gridPath(grid));
  });
}

/** Locks or unlocks a grid. */
export async function setGridLock(_: FormState, data: FormData): Promise<FormState> {
  const form = z.object({ ...reason, grid: recordId, lock: z.enum(['yes', 'no']) });
  return runForm(data, form, async ({ grid, lock, reason: comment }) => {
    lockGrid(await editBy(comment), grid, lock === 'yes');
    return leaveTo(gridPath(grid));
  });
}

/** Adds a feature to a grid. */
export async function createFeature(_: FormState, data: FormData): Promise<FormState> {
  const form = featureFields.extend({ ...reason, grid: recordId });
  return runForm(data, form, async ({ grid, reason: comment, ...fields }) => {
    addFeatures(await editBy(comment), grid, [fields]);
    return leaveTo(gridPath(grid));
  });
}

const existingFeature = featureFields.extend({
  ...reason,
  feature: recordId,
  opened: openedFields,
});

/** Saves a feature. */
export async function editFeature(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, existingFeature, async ({ feature, opened, reason: comment, ...fields }) => {
    saveFeature(await editBy(comment), feature, fields, opened);
    return leaveTo(gridPath(findFeature(feature)?.grid.id ?? 0));
  });
}

/** Removes a feature with its cells. */
export async function deleteFeature(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, z.object({ ...reason, feature: recordId }), async (values) => {
    const grid = findFeature(values.feature)?.grid.id ?? 0;
    removeFeature(await editBy(values.reason), values.feature);
    return leaveTo(gridPath(grid));
  });
}

const somePackages = lines(MOST).pipe(z.array(z.string()).min(1, 'are required'));

/** Adds packages, by name or address, to a grid. */
export async function addPackages(_: FormState, data: FormData): Promise<FormState> {
  const form = z.object({ ...reason, grid: recordId, packages: somePackages });
  return runForm(data, form, async ({ grid, packages, reason: comment }) => {
    addToGrid(await editBy(comment), grid, ...idsOfPackages(packages));
    return leaveTo(gridPath(grid));
  });
}

/** Removes a package from a grid. */
export async function removePackage(_: FormState, data: FormData): Promise<FormState> {
  const form = z.object({ ...reason, grid: recordId, package: recordId });
  return runForm(data, form, async ({ grid, package: packageId, reason: comment }) => {
    removeFromGrid(await editBy(comment), grid, packageId);
    return leaveTo(gridPath(grid));
  });
}

const place = { grid: recordId, feature: recordId, package: recordId };
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
