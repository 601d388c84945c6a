import { notFound } from 'next/navigation';
import { redirectToSlug } from '@/app/redirect-to-slug';
import { findPackage } from '@/db/queries/packages';

/** The package that a form is about; a former slug leads to the form under the present one, and an unknown one to the page for that. */
export function packageToEdit(slug: string, pathOf: (slug: string) => string) {
  const found = findPackage(slug)?.package;
  if (found) return found;
  redirectToSlug({ kind: 'package', name: slug, pathOf });
  notFound();
}
