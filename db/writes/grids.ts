import { and, eq } from 'drizzle-orm';
import { requirePermission } from '@/lib/accounts/permissions';
import { expectUnchanged } from '@/lib/edits/conflict';
import type { GridFields } from '@/lib/edits/fields';
import { MissingError } from '@/lib/edits/missing';
import { newSlug } from '@/lib/edits/slug';
import { database } from '../client';
import { findGrid, findGridById, findGridPackage } from '../queries/grids';
import { findPackageById } from '../queries/packages';
import { findGridSlug } from '../queries/resolve-slug';
import { gridPackages, grids } from '../schema';
import { edit, newId, type Edit } from './edit';

/** Adds a grid and returns its slug, which is made from its title. */
export function addGrid(by: Edit, wanted: GridFields): string {
  return edit(by, (change, actor) => {
    requirePermission(actor, 'grid.add');
    const isTaken = (it: string) => findGrid(it) !== undefined || findGridSlug(it) === it;
    const [id, slug] = [newId(grids), newSlug(wanted.title, isTaken)];
    const times = { createdAt: by.now, modifiedAt: by.now };
    change.record([{ kind: 'grid', id }], () => {
      database()
        .insert(grids)
        .values({ ...wanted, ...times, id, slug })
        .run();
    });
    return slug;
  });
}

/**
 * Saves title and description of a grid. `opened` is what its form showed when it was opened.
 *
 * @throws {MissingError} if there is no such grid
 * @throws {ConflictError} if somebody has changed it since
 */
export function saveGrid(
  by: Edit,
  id: number,
  wanted: GridFields,
  opened: Partial<GridFields>,
): void {
  edit(by, (change, actor) => {
    const grid = existing(id);
    requirePermission(actor, 'grid.edit', grid);
    expectUnchanged(opened, grid, wanted);
    change.record([{ kind: 'grid', id }], () => {
      const row = { ...wanted, modifiedAt: by.now };
      database().update(grids).set(row).where(eq(grids.id, id)).run();
    });
  });
}

/** Locks a grid, so that only moderators can edit it, or unlocks it. */
export function lockGrid(by: Edit, id: number, isLocked: boolean): void {
  edit(by, (change, actor) => {
    existing(id);
    requirePermission(actor, 'record.lock');
    change.record([{ kind: 'grid', id }], () => {
      database().update(grids).set({ isLocked }).where(eq(grids.id, id)).run();
    });
  });
}

/** Adds a package to a grid; does nothing if it is in it already. */
export function addToGrid(by: Edit, gridId: number, packageId: number): void {
  edit(by, (change, actor) => {
    requirePermission(actor, 'grid.package.add', existing(gridId));
    if (!findPackageById(packageId)) throw new MissingError('This package no longer exists.');
    if (findGridPackage(gridId, packageId)) return;
    change.touch({ kind: 'package', id: packageId });
    change.record([{ kind: 'grid', id: gridId }], () => {
      database()
        .insert(gridPackages)
        .values({ id: newId(gridPackages), gridId, packageId, createdAt: by.now })
        .run();
    });
  });
}

/** Removes a package from a grid, with its cells there. */
export function removeFromGrid(by: Edit, gridId: number, packageId: number): void {
  edit(by, (change, actor) => {
    requirePermission(actor, 'grid.package.remove', existing(gridId));
    change.touch({ kind: 'package', id: packageId });
    change.record([{ kind: 'grid', id: gridId }], () => {
      database()
        .delete(gridPackages)
        .where(and(eq(gridPackages.gridId, gridId), eq(gridPackages.packageId, packageId)))
        .run();
    });
  });
}

function existing(id: number) {
  const grid = findGridById(id);
  if (!grid) throw new MissingError('This grid no longer exists.');
  return grid;
}
