import { eq } from 'drizzle-orm';
import { RefusedError } from '@/lib/edits/refused';
import type { RecordFields } from '@/lib/revisions/changed-fields';
import { packageRow } from '@/lib/revisions/rows';
import type { Micros } from '@/lib/time';
import { database } from '../client';
import { gridPackages, packages } from '../schema';
import { insertPackage } from './packages';

/**
 * Removes a package that nothing refers to, within `change.record`.
 *
 * @throws {RefusedError} if it is in a grid, or the replacement of another package
 */
export function removePackage(id: number): void {
  const db = database();
  const member = db.select().from(gridPackages).where(eq(gridPackages.packageId, id)).get();
  if (member) throw new RefusedError('The package is in a grid. Remove it from its grids first.');
  const replaced = db
    .select({ id: packages.id })
    .from(packages)
    .where(eq(packages.replacedById, id))
    .get();
  if (replaced) throw new RefusedError('The package is the replacement of another one.');
  db.delete(packages).where(eq(packages.id, id)).run();
}

/** Adds a package again that was removed, within `change.record`; the caller then restores its fields. */
export function addPackageAgain(id: number, wanted: RecordFields, now: Micros): void {
  const { slug = `package-${id}`, title = slug, categoryId = 0 } = packageRow.parse(wanted);
  insertPackage({ id, slug, title, categoryId, createdAt: now, modifiedAt: now });
}
