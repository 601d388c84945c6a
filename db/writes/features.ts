import { eq } from 'drizzle-orm';
import { requirePermission } from '@/lib/accounts/permissions';
import { expectUnchanged } from '@/lib/edits/conflict';
import type { FeatureFields } from '@/lib/edits/fields';
import { MissingError } from '@/lib/edits/missing';
import { database } from '../client';
import { findFeature } from '../queries/features';
import { findGridById } from '../queries/grids';
import { features } from '../schema';
import { edit, newId, type Edit } from './edit';

/** Adds a feature to a grid and returns its id. Throws MissingError if there is no such grid. */
export function addFeature(by: Edit, gridId: number, wanted: FeatureFields): number {
  return edit(by, (change, actor) => {
    const grid = findGridById(gridId);
    if (!grid) throw new MissingError('This grid no longer exists.');
    requirePermission(actor, 'feature.add', grid);
    const id = newId(features);
    const times = { createdAt: by.now, modifiedAt: by.now };
    change.record([{ kind: 'grid', id: gridId }], () => {
      database()
        .insert(features)
        .values({ ...wanted, ...times, id, gridId })
        .run();
    });
    return id;
  });
}

/**
 * Saves a feature. `opened` is what its form showed when it was opened.
 *
 * @throws {MissingError} if there is no such feature
 * @throws {ConflictError} if somebody has changed it since
 */
export function saveFeature(
  by: Edit,
  id: number,
  wanted: FeatureFields,
  opened: Partial<FeatureFields>,
): void {
  edit(by, (change, actor) => {
    const { feature, grid } = existing(id);
    requirePermission(actor, 'feature.edit', grid);
    expectUnchanged(opened, feature, { ...wanted });
    change.record([{ kind: 'grid', id: grid.id }], () => {
      const row = { ...wanted, modifiedAt: by.now };
      database().update(features).set(row).where(eq(features.id, id)).run();
    });
  });
}

/** Removes a feature with its cells. Throws MissingError if there is no such feature. */
export function removeFeature(by: Edit, id: number): void {
  edit(by, (change, actor) => {
    const { grid } = existing(id);
    requirePermission(actor, 'feature.remove', grid);
    change.record([{ kind: 'grid', id: grid.id }], () => {
      database().delete(features).where(eq(features.id, id)).run();
    });
  });
}

function existing(id: number) {
  const found = findFeature(id);
  if (!found) throw new MissingError('This feature no longer exists.');
  return found;
}
