import { eq } from 'drizzle-orm';
import { requirePermission } from '@/lib/accounts/permissions';
import { expectUnchanged } from '@/lib/edits/conflict';
import type { FeatureFields } from '@/lib/edits/fields';
import { MissingError } from '@/lib/edits/missing';
import type { Micros } from '@/lib/time';
import { database } from '../client';
import { listFeatures } from '../queries/comparison';
import { findFeature, findLastPosition } from '../queries/features';
import { findGridById } from '../queries/grids';
import { features } from '../schema';
import { edit, newId, type Edit } from './edit';

/** Adds features to a grid, below the others, and returns their ids. Throws MissingError if there is no such grid. */
export function addFeatures(by: Edit, gridId: number, wanted: FeatureFields[]): number[] {
  const held = { write: 'addFeatures', arguments: { gridId, wanted } } as const;
  return edit({ ...by, held }, (change, actor) => {
    const grid = findGridById(gridId);
    if (!grid) throw new MissingError('This grid no longer exists.');
    requirePermission(actor, 'feature.add', grid);
    let ids: number[] = [];
    change.record([{ kind: 'grid', id: gridId }], () => {
      ids = insertFeatures(by.now, gridId, wanted);
    });
    return ids;
  });
}

/** Adds features to a grid within `change.record` and returns their ids. */
export function insertFeatures(now: Micros, gridId: number, wanted: FeatureFields[]): number[] {
  const times = { createdAt: now, modifiedAt: now };
  return wanted.map((fields) => {
    const [id, last] = [newId(features), findLastPosition(gridId)];
    const position = last === 0 ? 0 : last + 1;
    database()
      .insert(features)
      .values({ ...fields, ...times, id, gridId, position })
      .run();
    return id;
  });
}

/**
 * Puts the features of a grid in this order.
 *
 * @throws {MissingError} if there is no such grid, or `ids` are not the features of the grid (any more)
 */
export function orderFeatures(by: Edit, gridId: number, ids: number[]): void {
  edit(by, (change, actor) => {
    const grid = findGridById(gridId);
    if (!grid) throw new MissingError('This grid no longer exists.');
    requirePermission(actor, 'feature.edit', grid);
    const current = listFeatures(gridId).map(({ id }) => id);
    if (String(current.toSorted()) !== String(ids.toSorted())) {
      throw new MissingError('Someone else has added or removed a feature meanwhile.');
    }
    change.record([{ kind: 'grid', id: gridId }], () => {
      for (const [index, id] of ids.entries()) setPosition(id, index + 1);
    });
  });
}

/** Sets the position of a feature, if there is one with this id, within `change.record`. */
export function setPosition(id: number, position: number): void {
  database().update(features).set({ position }).where(eq(features.id, id)).run();
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
  const held = { write: 'saveFeature', arguments: { id, wanted, opened } } as const;
  edit({ ...by, held }, (change, actor) => {
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
