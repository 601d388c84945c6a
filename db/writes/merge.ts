import { and, eq } from 'drizzle-orm';
import { requirePermission } from '@/lib/accounts/permissions';
import { mergedCell } from '@/lib/edits/merged-cell';
import { MissingError } from '@/lib/edits/missing';
import { database } from '../client';
import { findCell, findCellPlace } from '../queries/cells';
import { listComparedPackages, listFeatures } from '../queries/comparison';
import { findFeature } from '../queries/features';
import { findGridById } from '../queries/grids';
import { features, grids, slugRedirects, watches } from '../schema';
import { writeCell } from './cells';
import { edit, type Edit } from './edit';
import { insertFeatures } from './features';
import { insertMembers } from './grids';

/**
 * Merges a feature into another of the same grid: its cells go there, and it is removed. Where both have a cell, the other's stays, and
 * what this one says goes into its note.
 *
 * @throws {MissingError} if one of them doesn't exist, or they are not two features of one grid
 */
export function mergeFeature(by: Edit, id: number, intoId: number): void {
  edit(by, (change, actor) => {
    const [from, into] = [findFeature(id), findFeature(intoId)];
    if (!from || !into) throw new MissingError('This feature no longer exists.');
    if (id === intoId || from.grid.id !== into.grid.id) {
      throw new MissingError('Only two features of the same grid can be merged.');
    }
    requirePermission(actor, 'feature.merge', from.grid);
    const gridId = from.grid.id;
    const packageIds = listComparedPackages(gridId).map((it) => it.id);
    for (const packageId of packageIds) change.touch({ kind: 'package', id: packageId });
    change.record([{ kind: 'grid', id: gridId }], () => {
      const source = { gridId, featureId: id, title: from.feature.title };
      moveCells(by, source, { gridId, featureId: intoId }, packageIds);
      database().delete(features).where(eq(features.id, id)).run();
    });
  });
}

interface Row {
  gridId: number;
  featureId: number;
}

/** Adds the cells of a feature to those of another one. */
function moveCells(by: Edit, from: Row & { title: string }, to: Row, packageIds: number[]): void {
  for (const packageId of packageIds) {
    const cell = findCell({ ...from, packageId });
    const ref = { ...to, packageId };
    const place = findCellPlace(ref);
    if (!cell || !place) continue;
    const kept = findCell(ref);
    writeCell(by, ref, place.gridPackageId, kept?.id, mergedCell(kept, cell, from.title));
  }
}

/**
 * Merges a grid into another: its packages go there, its features too unless there is one of the same title, and its cells as in
 * `mergeFeature`. Then it is deleted, and its URL leads to the other.
 *
 * @throws {MissingError} if one of them doesn't exist, or both are the same
 */
export function mergeGrid(by: Edit, id: number, intoId: number): void {
  edit(by, (change, actor) => {
    const [from, into] = [findGridById(id), findGridById(intoId)];
    if (!from || !into) throw new MissingError('This grid no longer exists.');
    if (id === intoId) throw new MissingError('A grid can’t be merged into itself.');
    for (const grid of [from, into]) requirePermission(actor, 'grid.merge', grid);
    const both = [id, intoId].map((it) => ({ kind: 'grid' as const, id: it }));
    change.record(both, () => {
      const packageIds = listComparedPackages(id).map((it) => it.id);
      for (const packageId of packageIds) change.touch({ kind: 'package', id: packageId });
      insertMembers(change, by.now, intoId, packageIds);
      for (const feature of listFeatures(id)) {
        const to = { gridId: intoId, featureId: sameFeature(by, intoId, feature) };
        const source = { gridId: id, featureId: feature.id, title: feature.title };
        moveCells(by, source, to, packageIds);
      }
      redirectGrid(by, from, intoId);
      database().delete(grids).where(eq(grids.id, id)).run();
    });
  });
}

/** The id of the feature of a grid with this title, in any case of letters; it is added if there is none. */
function sameFeature(by: Edit, gridId: number, feature: ReturnType<typeof listFeatures>[number]) {
  const { title, description, metric } = feature;
  const same = listFeatures(gridId).find((it) => it.title.toLowerCase() === title.toLowerCase());
  return same?.id ?? insertFeatures(by.now, gridId, [{ title, description, metric }])[0] ?? 0;
}

/** Lets the present and former URLs of a grid lead to another one, and those who watch it watch that one. */
function redirectGrid(by: Edit, { id, slug }: { id: number; slug: string }, gridId: number): void {
  const db = database();
  db.update(slugRedirects).set({ gridId }).where(eq(slugRedirects.gridId, id)).run();
  const isOld = and(eq(slugRedirects.kind, 'grid'), eq(slugRedirects.oldSlug, slug));
  db.delete(slugRedirects).where(isOld).run();
  db.insert(slugRedirects).values({ kind: 'grid', oldSlug: slug, gridId, createdAt: by.now }).run();
  for (const { accountId, createdAt } of db
    .select()
    .from(watches)
    .where(eq(watches.gridId, id))
    .all()) {
    db.insert(watches).values({ accountId, gridId, createdAt }).onConflictDoNothing().run();
  }
}
