import { requirePermission } from '@/lib/accounts/permissions';
import { expectUnchanged } from '@/lib/edits/conflict';
import type { DeprecationFields } from '@/lib/edits/deprecation-fields';
import { FieldError } from '@/lib/edits/field-error';
import { MissingError } from '@/lib/edits/missing';
import { readProject } from '@/lib/edits/project';
import { webAddress } from '@/lib/text/links';
import { DAY_ZONE, formatDay } from '@/lib/time';
import { findDeprecation, findPackageOfProject } from '../queries/edited-package';
import { findPackage, findPackageById } from '../queries/packages';
import { findPackageSlug } from '../queries/resolve-slug';
import type { Change } from './change';
import { edit, type Edit } from './edit';
import { updatePackage, type PackageColumns } from './packages';

/**
 * Marks a package as deprecated, or edits its deprecation. `opened` is what its form showed when it was opened.
 *
 * @throws {MissingError} if there is no such package
 * @throws {FieldError} if its replacement is not listed and no URL, or leads back to itself, or the date is in the future
 * @throws {ConflictError} if somebody has changed it since
 */
export function deprecatePackage(
  by: Edit,
  id: number,
  wanted: DeprecationFields,
  opened: Partial<Record<keyof DeprecationFields, string>>,
): void {
  edit(by, (change, actor) => {
    const current = existing(id);
    requirePermission(actor, 'package.deprecate', current.package);
    const { replacement, source, date } = wanted;
    if (date !== null && date > by.now) throw new FieldError('date', 'must not be in the future');
    const day = date === null ? '' : formatDay(date, DAY_ZONE);
    expectUnchanged(opened, current.fields, { replacement, source, date: day });
    const columns = {
      ...{ isDeprecated: true, deprecatedAt: date },
      statusSource: source ?? textSource(current.source),
      ...replacementOf(id, replacement),
    };
    save(id, columns, change, by);
  });
}

/** Marks a package as no longer deprecated. An archived one keeps the source that says so. */
export function undeprecatePackage(by: Edit, id: number): void {
  edit(by, (change, actor) => {
    const { package: pkg, isArchived, source } = existing(id);
    requirePermission(actor, 'package.deprecate', pkg);
    const columns = {
      ...{ isDeprecated: false, deprecatedAt: null, replacedById: null, replacementUrl: null },
      statusSource: isArchived ? source : null,
    };
    save(id, columns, change, by);
  });
}

function save(id: number, columns: PackageColumns, change: Change, by: Edit): void {
  change.record([{ kind: 'package', id }], () => {
    updatePackage(id, { ...columns, modifiedAt: by.now });
  });
}

/** A source that isn't an address, as in the shipped catalogue, which the form doesn't show. */
const textSource = (source: string | null) =>
  source !== null && webAddress(source) === undefined ? source : null;

function replacementOf(id: number, text: string) {
  if (text === '') return { replacedById: null, replacementUrl: null };
  const found = findReplacement(text);
  if (found) {
    const problem = circleOf(id, found.id);
    if (problem !== undefined) throw new FieldError('replacement', problem);
    return { replacedById: found.id, replacementUrl: null };
  }
  const replacementUrl = webAddress(text);
  if (replacementUrl === undefined) {
    throw new FieldError('replacement', 'is not listed here; enter its address instead');
  }
  return { replacedById: null, replacementUrl };
}

/** The listed package that a text names: by its page, repository, name on PyPI or name here. */
function findReplacement(text: string) {
  const project = readProject(text);
  const found = project && findPackageOfProject(project);
  return found ?? findPackage(findPackageSlug(text) ?? '')?.package;
}

/** Why a package can't replace another, if it is the same or is itself replaced by it, at any number of steps. */
export function circleOf(id: number, replacedById: number): string | undefined {
  if (id === replacedById) return 'is this package itself';
  const seen = new Set<number>();
  for (let next: number | null = replacedById; next !== null && !seen.has(next);) {
    seen.add(next);
    const after: number | null = findDeprecation(next)?.replacedById ?? null;
    if (after === id) return 'is itself replaced by this package';
    next = after;
  }
  return undefined;
}

function existing(id: number) {
  const [pkg, found] = [findPackageById(id), findDeprecation(id)];
  if (!pkg || !found) throw new MissingError('There is no such package any more.');
  return { package: pkg, ...found };
}
