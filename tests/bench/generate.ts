import { documentsOf } from './documents';
import { generateGrids } from './generate-grids';
import { categorySlugs, generatePackages } from './generate-packages';
import { seeded } from './random';

/** About the size of the reference site. */
const REFERENCE_SIZE = { packages: 6000, grids: 450 };

/** A generated catalogue, always the same for a size; `text` has its documents, one per line. */
export function generateCatalogue(size = REFERENCE_SIZE) {
  const chance = seeded(2010);
  const packages = generatePackages(chance, size.packages);
  const grids = generateGrids(chance, packages, size.grids);
  const categories = categorySlugs.map(categoryOf);
  const text = documentsOf({ categories, packages, grids })
    .map((it) => `${JSON.stringify(it)}\n`)
    .join('');
  return { categories, packages, grids, text };
}

function categoryOf(slug: string, index: number) {
  const title = slug.charAt(0).toUpperCase() + slug.slice(1);
  return {
    id: index + 1,
    slug,
    title,
    title_plural: title,
    description: `What people call ${slug.replaceAll('-', ' ')}.`,
    show_pypi: true,
    created: '2010-08-14T22:47:52Z',
    modified: '2010-08-14T22:47:52Z',
  };
}
