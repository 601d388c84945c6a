import { and, eq } from 'drizzle-orm';
import { requirePermission, type Actor } from '@/lib/accounts/permissions';
import { expectUnchanged } from '@/lib/edits/conflict';
import type { FeatureFields, GridFields } from '@/lib/edits/fields';
import { MissingError } from '@/lib/edits/missing';
import { newSlug } from '@/lib/edits/slug';
import type { Micros } from '@/lib/time';
import { database } from '../client';
import { findGridById, findGridPackage } from '../queries/grids';
import { findPackageById } from '../queries/packages';
import { findSlugHolder } from '../queries/resolve-slug';
import { gridPackages, grids } from '../schema';
import type { Change } from './change';
import { edit, newId, type Edit } from './edit';
import { insertFeatures } from './features';

/** What a new grid begins with. */
interface FirstParts {
  packageIds: number[];
  features: FeatureFields[];
}

/** Adds a grid, with its first packages and features, and returns its slug, which is made from its title. */
export function addGrid(
  by: Edit,
  wanted: GridFields,
  { packageIds, features }: FirstParts = { packageIds: [], features: [] },
): string {
  const parts = { packageIds, features };
  const held = { write: 'addGrid', arguments: { wanted, parts } } as const;
  return edit({ ...by, held }, (change, actor) => {
    requirePermission(actor, 'grid.add');
    const isTaken = (it: string) => findSlugHolder('grid', it) !== undefined;
    const [id, slug] = [newId(grids), newSlug(wanted.title, isTaken)];
    const times = { createdAt: by.now, modifiedAt: by.now };
    change.record([{ kind: 'grid', id }], () => {
      database()
        .insert(grids)
        .values({ ...wanted, ...times, id, slug })
        .run();
      insertMembers(change, by.now, id, packageIds);
      insertFeatures(by.now, id, features);
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
  const held = { write: 'saveGrid', arguments: { id, wanted, opened } } as const;
  edit({ ...by, held }, (change, actor) => {
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

/** Adds packages to a grid; those that are in it already stay. Throws MissingError if the grid or a package no longer exists. */
export function addToGrid(by: Edit, gridId: number, ...packageIds: number[]): void {
  edit(by, (change, actor) => {
    requirePermission(actor, 'grid.package.add', existing(gridId));
    change.record([{ kind: 'grid', id: gridId }], () => {
      insertMembers(change, by.now, gridId, packageIds);
    });
  });
}

interface Membership {
  gridId: number;
  packageId: number;
  now: Micros;
}

/** The same within a larger change. */
export function putInGrid(change: Change, actor: Actor, membership: Membership): void {
  const { gridId, packageId, now } = membership;
  requirePermission(actor, 'grid.package.add', existing(gridId));
  change.record([{ kind: 'grid', id: gridId }], () => {
    insertMembers(change, now, gridId, [packageId]);
  });
}

/** Adds packages to a grid within `change.record`, unless they are in it already. */
export function insertMembers(
  change: Change,
  now: Micros,
  gridId: number,
  packageIds: number[],
): void {
  for (const packageId of packageIds) {
    if (!findPackageById(packageId)) throw new MissingError('This package no longer exists.');
    if (findGridPackage(gridId, packageId)) continue;
    change.touch({ kind: 'package', id: packageId });
    database()
      .insert(gridPackages)
      .values({ id: newId(gridPackages), gridId, packageId, createdAt: now })
      .run();
  }
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
