import { eq } from 'drizzle-orm';
import { requirePermission } from '@/lib/accounts/permissions';
import { expectUnchanged } from '@/lib/edits/conflict';
import { DuplicateError } from '@/lib/edits/duplicate';
import { MissingError } from '@/lib/edits/missing';
import type { PackageFields } from '@/lib/edits/package-fields';
import { newSlug } from '@/lib/edits/slug';
import { addressKey, pypiKey } from '@/lib/search/address-key';
import { pypiPage } from '@/lib/text/links';
import { database } from '../client';
import { findCategory } from '../queries/categories';
import { findEditedPackage, findPackageByKey } from '../queries/edited-package';
import { findPackageById } from '../queries/packages';
import { findSlugHolder } from '../queries/resolve-slug';
import { packages } from '../schema';
import { edit, newId, type Edit } from './edit';
import { putInGrid } from './grids';
import { insertPackage, updatePackage } from './packages';

/**
 * Adds a package, to a grid too if one is given, and returns its slug, which is made from its title.
 *
 * @throws {DuplicateError} if its repository or its project on PyPI is that of another package
 * @throws {MissingError} if there is no such grid
 */
export function addPackage(by: Edit, wanted: PackageFields, gridId?: number): string {
  const held = { write: 'addPackage', arguments: { wanted, gridId } } as const;
  return edit({ ...by, held }, (change, actor) => {
    requirePermission(actor, 'package.add');
    expectNew(wanted);
    const isTaken = (it: string) => findSlugHolder('package', it) !== undefined;
    const [id, slug] = [newId(packages), newSlug(wanted.title, isTaken, 'project')];
    const times = { createdAt: by.now, modifiedAt: by.now };
    change.record([{ kind: 'package', id }], () => {
      insertPackage({ ...columnsOf(wanted), ...times, id, slug });
    });
    if (gridId !== undefined) putInGrid(change, actor, { gridId, packageId: id, now: by.now });
    return slug;
  });
}

/**
 * Saves what people enter for a package, or some of its fields. `opened` is what its form showed when it was opened.
 *
 * @throws {MissingError} if there is no such package
 * @throws {DuplicateError} if its repository or its project on PyPI is that of another package
 * @throws {ConflictError} if somebody has changed it since
 */
export function savePackage(
  by: Edit,
  id: number,
  wanted: PackageFields | Pick<PackageFields, 'documentation'>,
  opened: Partial<Record<keyof PackageFields, string>>,
): void {
  const held = { write: 'savePackage', arguments: { id, wanted, opened } } as const;
  edit({ ...by, held }, (change, actor) => {
    requirePermission(actor, 'package.edit', existing(id));
    expectUnchanged(opened, findEditedPackage(id), wanted);
    if ('title' in wanted) expectNew(wanted, id);
    const columns =
      'title' in wanted ? columnsOf(wanted) : { documentationUrl: wanted.documentation };
    change.record([{ kind: 'package', id }], () => {
      updatePackage(id, { ...columns, modifiedAt: by.now });
    });
  });
}

/** Locks a package, so that only moderators can edit it, or unlocks it. */
export function lockPackage(by: Edit, id: number, isLocked: boolean): void {
  edit(by, (change, actor) => {
    existing(id);
    requirePermission(actor, 'record.lock');
    change.record([{ kind: 'package', id }], () => {
      database().update(packages).set({ isLocked }).where(eq(packages.id, id)).run();
    });
  });
}

function columnsOf(wanted: PackageFields) {
  const { title, description, pypi } = wanted;
  const category = findCategory(wanted.category);
  if (!category) throw new MissingError('There is no such category any more.');
  return {
    title,
    categoryId: category.id,
    repoDescription: description,
    repoUrl: wanted.repository,
    pypiName: pypi,
    pypiUrl: pypi === null ? '' : pypiPage(pypi),
    documentationUrl: wanted.documentation,
  };
}

/** Throws DuplicateError if a package but `own` has this repository or project. */
function expectNew({ repository, pypi }: PackageFields, own?: number): void {
  const keys = {
    repository: addressKey(repository),
    pypi: pypi === null ? undefined : pypiKey(pypi),
  };
  for (const [field, key] of Object.entries(keys)) {
    const other = key === undefined ? undefined : findPackageByKey(key);
    if (other && other.id !== own) throw new DuplicateError(field, other);
  }
}

function existing(id: number) {
  const found = findPackageById(id);
  if (!found) throw new MissingError('There is no such package any more.');
  return found;
}
