import { findPackageByKey } from '@/db/queries/edited-package';
import { findPackage } from '@/db/queries/packages';
import { findPackageSlug } from '@/db/queries/resolve-slug';
import { addressKey } from '@/lib/search/address-key';
import { FormError } from '../run-form';

/**
 * The ids of packages by their names, slugs, PyPI names or addresses.
 *
 * @throws {FormError} for the field `packages`, if one isn't in the catalogue
 */
export function idsOfPackages(names: string[]): number[] {
  const found = names.map((name) => ({ name, id: findNamed(name) }));
  const unknown = found.filter(({ id }) => id === undefined).map(({ name }) => name);
  if (unknown.length > 0) {
    const verb = unknown.length === 1 ? 'is' : 'are';
    throw new FormError(undefined, {
      packages: `can’t be added: ${unknown.join(', ')} ${verb} not in the catalogue`,
    });
  }
  return found.flatMap(({ id }) => id ?? []);
}

function findNamed(name: string): number | undefined {
  const key = addressKey(name);
  const byAddress = key === undefined ? undefined : findPackageByKey(key);
  return byAddress?.id ?? findPackage(findPackageSlug(name) ?? '')?.package.id;
}
