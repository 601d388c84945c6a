import { FULL_GRID, LARGEST_GRID } from './generate-grids';

/** A kind of page, with URLs to request in turn. */
export interface Page {
  name: string;
  paths: string[];
  status: number;
  /** Maximum median in milliseconds, on any catalogue. */
  bound?: number;
}

interface Catalogue {
  categories: { slug: string }[];
  packages: { slug: string }[];
  grids: { slug: string; packages: string[] }[];
}

const SLUG_SAMPLES = 12;

/** A word in some titles and descriptions of both catalogues. */
const WORD = 'admin';

/** Every kind of page and document of the site. */
export function pagesOf({ categories, packages, grids }: Catalogue): Page[] {
  const slugs = spread(packages, SLUG_SAMPLES).map((it) => it.slug);
  const bySize = grids.toSorted((a, b) => a.packages.length - b.packages.length);
  const gridPath = (grid: { slug: string } | undefined) => `/grids/g/${grid?.slug ?? ''}/`;
  const full = grids.find((it) => it.slug === FULL_GRID.slug);
  const largest = grids.find((it) => it.slug === LARGEST_GRID.slug);

  return [
    page('home', '/'),
    page('categories', '/categories/'),
    page('category', `/categories/${categories[0]?.slug ?? ''}/`),
    page('packages', '/packages/'),
    page('packages, other order, page 3', '/packages/?sort=-last_released&page=3'),
    page('packages, search', `/packages/?q=${WORD}`),
    page('packages in no grid', '/packages/?grid=none'),
    page('latest releases', '/packages/latest/'),
    page('most used', '/packages/liked/'),
    page('trending', '/packages/trending/'),
    page('readiness', '/readiness/'),
    page('release', '/readiness/django/5.2/'),
    page('release, one answer, page 3', '/readiness/python/3.12/?says=no&sort=title&page=3'),
    { ...page('statistics', '/open/'), bound: 60 },
    page('package', ...slugs.map((slug) => `/packages/p/${slug}/`)),
    page('grids', '/grids/'),
    page('grid, small', gridPath(bySize[0])),
    page('grid, typical', gridPath(bySize[Math.floor(bySize.length / 2)])),
    largest
      ? { ...page('grid, 117 × 40 filled', gridPath(largest)), bound: 100 }
      : page('grid, most packages', gridPath(bySize.at(-1))),
    page('time sheet, most packages', `${gridPath(bySize.at(-1))}timesheet/`),
    page('packages of a grid', `${gridPath(bySize.at(-1))}packages/`),
    ...(full ? [page('grid, 100 × 40 filled', gridPath(full))] : []),
    page('about', '/about/'),
    page('terms', '/terms/'),
    page('search', `/search/?q=${WORD}`),
    { name: 'not found', paths: ['/packages/p/there-is-no-such-package/'], status: 404 },
    page('API', '/api/v4/'),
    page('API packages', '/api/v4/packages/'),
    page('API package', ...slugs.map((slug) => `/api/v4/packages/${slug}/`)),
    page('API grids', '/api/v4/grids/'),
    page('API grid', `/api/v4${gridPath(bySize.at(-1)).replace('/g/', '/')}`),
    page('API categories', '/api/v4/categories/'),
    page('API search', `/api/v4/search/?q=${WORD}`),
  ];
}

function page(name: string, ...paths: string[]): Page {
  return { name, paths, status: 200 };
}

/** A number of items of a list, evenly spaced. */
function spread<Item>(items: Item[], size: number): Item[] {
  const step = Math.max(1, Math.floor(items.length / size));
  return items.filter((_, index) => index % step === 0).slice(0, size);
}
