import { redirectToSlug } from '@/app/redirect-to-slug';
import { findPackage, type PackageDetail } from '@/db/queries/packages';

/**
 * Loads the package of a page. Redirects a former slug or another spelling to the same page, whose path ends in `part`; undefined if there
 * is no such package.
 */
export function loadPackage(slug: string, part = ''): PackageDetail | undefined {
  const found = findPackage(slug);
  if (found) return found;
  const pathOf = (present: string) => `/packages/p/${present}/${part}`;
  redirectToSlug({ kind: 'package', name: slug, pathOf });
  return undefined;
}
