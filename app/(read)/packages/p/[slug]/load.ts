import { notFound, permanentRedirect } from 'next/navigation';
import { findPackage, findRenamedPackage, type PackageDetail } from '@/db/queries/packages';

/** The package of a page; a slug that it once had leads to the same page of its present one, any other to no page. */
export function loadPackage(slug: string, part = ''): PackageDetail {
  const found = findPackage(slug);
  if (found) return found;
  const present = findRenamedPackage(slug);
  if (present !== undefined) permanentRedirect(`/packages/p/${present}/${part}`);
  notFound();
}
