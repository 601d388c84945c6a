import { eq, inArray } from 'drizzle-orm';
import type { RecordKind } from '@/lib/import/problem';
import { nameOf } from '@/lib/import/problem';
import { database } from '../../client';
import { categories, grids, gridPackages, packages } from '../../schema';
import type { RecordRef } from '../change';
import type { Change, ImportContext } from './context';

/** Removes records of a kind that the source doesn't have, and returns them. A category that has packages is kept. */
export function pruneRecords(
  kind: RecordKind,
  present: ReadonlySet<number>,
  context: ImportContext,
): Change[] {
  const gone = [...context.before[kind].values()].filter(({ id }) => !present.has(id));
  return gone.flatMap(({ id, slug }): Change[] => {
    if (kind === 'category' && hasPackages(id)) {
      const why = 'is missing from the source, but kept, since it has packages here';
      context.report({ at: nameOf(kind, id, slug), why, isSkipped: false });
      return [];
    }
    context.change.record([{ kind, id }, ...listNeighbours(kind, id)], () => {
      remove(kind, id);
    });
    return [{ kind, id, slug, action: 'removed', details: [] }];
  });
}

function hasPackages(categoryId: number): boolean {
  const row = database()
    .select({ id: packages.id })
    .from(packages)
    .where(eq(packages.categoryId, categoryId))
    .limit(1)
    .get();
  return row !== undefined;
}

/** Records that change when this one is removed: the grids of a package and the packages of a grid, and those that it replaces. */
function listNeighbours(kind: RecordKind, id: number): RecordRef[] {
  if (kind === 'category') return [];
  const db = database();
  const own = kind === 'grid' ? gridPackages.gridId : gridPackages.packageId;
  const members = db.select().from(gridPackages).where(eq(own, id)).all();
  if (kind === 'grid') return members.map((row) => ({ kind: 'package', id: row.packageId }));
  const replaced = db
    .select({ id: packages.id })
    .from(packages)
    .where(eq(packages.replacedById, id))
    .all();
  return [
    ...members.map((row): RecordRef => ({ kind: 'grid', id: row.gridId })),
    ...replaced.map((row): RecordRef => ({ kind: 'package', id: row.id })),
  ];
}

function remove(kind: RecordKind, id: number): void {
  const db = database();
  if (kind === 'package') {
    db.update(packages).set({ replacedById: null }).where(eq(packages.replacedById, id)).run();
    db.delete(packages).where(eq(packages.id, id)).run();
  } else if (kind === 'grid') db.delete(grids).where(eq(grids.id, id)).run();
  else
    db.delete(categories)
      .where(inArray(categories.id, [id]))
      .run();
}
