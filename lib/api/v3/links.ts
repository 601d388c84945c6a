const to = (path: string) => `/api/v3/${path}`;

/** Paths without a host, by slug. */
export const links = {
  categories: to('categories/'),
  grids: to('grids/'),
  packages: to('packages/'),
  users: to('users/'),
  category: (slug: string) => to(`categories/${slug}/`),
  grid: (slug: string) => to(`grids/${slug}/`),
  gridPackages: (slug: string) => to(`grids/${slug}/packages/`),
  package: (slug: string) => to(`packages/${slug}/`),
} as const;
