import { feedFormats } from './formats';

/** Paths of the feeds, to be followed by `rss/`, `atom/` or `json/`. */
export const feedPaths = {
  latestPackages: '/feeds/packages/latest/',
  changelog: '/changelog/feeds/',
  latestReleases: '/feeds/releases/latest/',
  category: (slug: string) => `/feeds/categories/${slug}/`,
  grid: (slug: string) => `/feeds/grids/${slug}/`,
  package: (slug: string) => `/feeds/packages/p/${slug}/`,
  watched: (token: string) => `/feeds/watched/${token}/`,
  changes: '/feeds/changes/',
  gridChanges: (slug: string) => `/feeds/changes/grids/${slug}/`,
  packageChanges: (slug: string) => `/feeds/changes/packages/${slug}/`,
};

/** Links to a feed in each format. */
export function feedLinks(path: string) {
  return feedFormats.map(({ key, name, mediaType }) => ({
    name,
    mediaType,
    href: `${path}${key}/`,
  }));
}
