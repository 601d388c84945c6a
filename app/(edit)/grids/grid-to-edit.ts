import { notFound } from 'next/navigation';
import { redirectToSlug } from '@/app/redirect-to-slug';
import { findGrid } from '@/db/queries/grids';

/** The grid that a form is about; a former slug leads to the form under the present one, and an unknown one to the page for that. */
export function gridToEdit(slug: string, pathOf: (slug: string) => string) {
  const found = findGrid(slug);
  if (found) return found;
  redirectToSlug({ kind: 'grid', name: slug, pathOf });
  notFound();
}
