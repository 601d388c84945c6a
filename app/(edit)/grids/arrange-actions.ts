'use server';

import { z } from 'zod';
import type { FormState } from '@/components/forms/form-state';
import { listFeatures } from '@/db/queries/comparison';
import { findFeature } from '@/db/queries/features';
import { findGrid, findGridById } from '@/db/queries/grids';
import { findGridSlug } from '@/db/queries/resolve-slug';
import { orderFeatures } from '@/db/writes/features';
import { mergeFeature, mergeGrid } from '@/db/writes/merge';
import { recordId } from '@/lib/edits/id-parameter';
import { changeComment, required } from '@/lib/edits/fields';
import { editBy, FormError, leaveTo, runForm } from '../run-form';

const reason = { reason: changeComment };

const orderForm = z.looseObject({ ...reason, grid: recordId });
const position = z.coerce.number('must be a number').min(-1e6).max(1e6).catch(Infinity);

/** Puts the features of a grid in the order of the numbers entered for them, as `position-<id>`; equal numbers keep their order. */
export async function saveOrder(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, orderForm, async ({ grid, reason: comment, ...positions }) => {
    const numbered = listFeatures(grid).map((it) => ({
      id: it.id,
      position: position.parse(positions[`position-${it.id}`]),
    }));
    numbered.sort((a, b) => (a.position === b.position ? 0 : a.position - b.position));
    orderFeatures(
      await editBy(comment),
      grid,
      numbered.map((it) => it.id),
    );
    return leaveTo(`/grids/${findGridById(grid)?.slug ?? ''}/edit/`);
  });
}

/** Merges a feature into another one of its grid. */
export async function joinFeatures(_: FormState, data: FormData): Promise<FormState> {
  const form = z.object({ ...reason, feature: recordId, into: recordId });
  return runForm(data, form, async ({ feature, into, reason: comment }) => {
    mergeFeature(await editBy(comment), feature, into);
    return leaveTo(`/grids/${findFeature(into)?.grid.slug ?? ''}/edit/`);
  });
}

/** Merges a grid into another one. */
export async function joinGrids(_: FormState, data: FormData): Promise<FormState> {
  const form = z.object({ ...reason, grid: recordId, into: required(100) });
  return runForm(data, form, async ({ grid, into, reason: comment }) => {
    const target = findGrid(findGridSlug(into.replace(/^.*\/g\/|\/$/g, '')) ?? '');
    if (!target) throw new FormError(undefined, { into: 'is not a grid' });
    mergeGrid(await editBy(comment), grid, target.id);
    return leaveTo(`/grids/g/${target.slug}/`);
  });
}
