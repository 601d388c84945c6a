import { and, eq } from 'drizzle-orm';
import { MissingError } from '@/lib/edits/missing';
import type { RecordFields } from '@/lib/revisions/changed-fields';
import {
  cellRow,
  exampleRows,
  featureRow,
  gridRow,
  packageRow,
  partOf,
  positionRow,
} from '@/lib/revisions/rows';
import type { Micros } from '@/lib/time';
import { database } from '../client';
import { findCell, findCellPlace, type CellRef } from '../queries/cells';
import { findGrid, findGridById, findGridPackage } from '../queries/grids';
import { cells, features, gridPackages, grids, packageExamples, slugRedirects } from '../schema';
import { circleOf } from './deprecation';
import { newId } from './edit';
import { setPosition } from './features';
import { updatePackage } from './packages';
import { writeSlug } from './rename';

/**
 * Gives these fields of a grid the values of a revision, within `change.record`. What `wanted` lacks is removed; a deleted grid is added
 * again, and `wanted` null deletes it.
 */
export function restoreGrid(
  id: number,
  wanted: RecordFields | null,
  names: string[],
  now: Micros,
): void {
  const db = database();
  if (wanted === null) {
    db.delete(grids).where(eq(grids.id, id)).run();
    return;
  }
  const own = gridRow.parse(
    pick(
      wanted,
      names.filter((name) => partOf(name) === undefined),
    ),
  );
  if (!findGridById(id)) {
    const { slug = `grid-${id}`, title = slug, ...rest } = own;
    if (findGrid(slug)) throw new MissingError(`The URL “${slug}” belongs to another grid now.`);
    // The grid that it was merged into gives the URL back.
    const isFormer = and(eq(slugRedirects.kind, 'grid'), eq(slugRedirects.oldSlug, slug));
    db.delete(slugRedirects).where(isFormer).run();
    db.insert(grids)
      .values({ ...rest, slug, title, id, createdAt: now, modifiedAt: now })
      .run();
  } else if (Object.keys(own).length > 0) {
    if (own.slug !== undefined) writeSlug({ kind: 'grid', id }, own.slug, now);
    db.update(grids)
      .set({ ...own, modifiedAt: now })
      .where(eq(grids.id, id))
      .run();
  }
  // Positions need their feature, cells their feature and package.
  for (const kind of ['package', 'feature', 'position', 'cell'] as const) {
    for (const name of names) {
      if (partOf(name)?.kind === kind) restorePart(id, name, wanted[name], now);
    }
  }
}

function restorePart(gridId: number, name: string, value: unknown, now: Micros): void {
  const part = partOf(name);
  if (part?.kind === 'package') restoreMember(gridId, part.packageId, value !== undefined, now);
  else if (part?.kind === 'feature') restoreFeature(gridId, part.featureId, value, now);
  else if (part?.kind === 'position') setPosition(part.featureId, positionRow.parse(value));
  else if (part) restoreCell({ gridId, ...part }, value, now);
}

function restoreMember(gridId: number, packageId: number, isWanted: boolean, now: Micros): void {
  const row = findGridPackage(gridId, packageId);
  const db = database();
  if (!isWanted && row) db.delete(gridPackages).where(eq(gridPackages.id, row.id)).run();
  if (!isWanted || row) return;
  const id = newId(gridPackages);
  db.insert(gridPackages).values({ id, gridId, packageId, createdAt: now }).run();
}

function restoreFeature(gridId: number, id: number, value: unknown, now: Micros): void {
  const db = database();
  if (value === undefined) {
    db.delete(features).where(eq(features.id, id)).run();
    return;
  }
  const row = { ...featureRow.parse(value), modifiedAt: now };
  db.insert(features)
    .values({ ...row, id, gridId, createdAt: now })
    .onConflictDoUpdate({ target: features.id, set: row })
    .run();
}

function restoreCell(ref: CellRef, value: unknown, now: Micros): void {
  const db = database();
  const id = findCell(ref)?.id;
  if (value === undefined) {
    if (id !== undefined) db.delete(cells).where(eq(cells.id, id)).run();
    return;
  }
  const gridPackageId = findCellPlace(ref)?.gridPackageId;
  if (gridPackageId === undefined) {
    throw new MissingError('The feature or package of a cell is no longer in the grid.');
  }
  const row = { ...cellRow.parse(value), modifiedAt: now };
  if (id !== undefined) {
    db.update(cells).set(row).where(eq(cells.id, id)).run();
    return;
  }
  const { gridId, featureId } = ref;
  db.insert(cells)
    .values({ ...row, id: newId(cells), gridId, featureId, gridPackageId, createdAt: now })
    .run();
}

/** The same for a package, which is never added or deleted this way. */
export function restorePackage(
  id: number,
  wanted: RecordFields,
  names: string[],
  now: Micros,
): void {
  const own = packageRow.parse(
    pick(
      wanted,
      names.filter((name) => name !== 'examples'),
    ),
  );
  if (own.slug !== undefined) writeSlug({ kind: 'package', id }, own.slug, now);
  const problem = own.replacedById ? circleOf(id, own.replacedById) : undefined;
  if (problem !== undefined) throw new MissingError(`Its former replacement ${problem}.`);
  updatePackage(id, { ...own, modifiedAt: now });
  if (names.includes('examples'))
    restoreExamples(id, exampleRows.parse(wanted['examples'] ?? []), now);
}

function restoreExamples(
  packageId: number,
  rows: ReturnType<typeof exampleRows.parse>,
  now: Micros,
) {
  const db = database();
  const present = db
    .select()
    .from(packageExamples)
    .where(eq(packageExamples.packageId, packageId))
    .all();
  const kept = new Set(rows.map(({ id }) => id));
  for (const { id } of present) {
    if (kept.has(id)) continue;
    db.delete(packageExamples).where(eq(packageExamples.id, id)).run();
  }
  for (const row of rows) {
    db.insert(packageExamples)
      .values({ ...row, packageId, createdAt: now, modifiedAt: now })
      .onConflictDoUpdate({ target: packageExamples.id, set: { ...row, modifiedAt: now } })
      .run();
  }
}

const pick = (fields: RecordFields, names: string[]): RecordFields =>
  Object.fromEntries(names.filter((name) => name in fields).map((name) => [name, fields[name]]));
