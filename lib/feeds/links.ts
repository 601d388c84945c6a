import { feedFormats } from './formats';

/** Where the feeds are: each address ends in `rss/`, `atom/` or `json/`. */
export const feedPaths = {
  latestPackages: '/feeds/packages/latest/',
  latestReleases: '/feeds/releases/latest/',
  category: (slug: string) => `/feeds/categories/${slug}/`,
  grid: (slug: string) => `/feeds/grids/${slug}/`,
  package: (slug: string) => `/feeds/packages/p/${slug}/`,
};

/** The forms of a feed as links. */
export function feedLinks(path: string) {
  return feedFormats.map(({ key, name, mediaType }) => ({
    name,
    mediaType,
    href: `${path}${key}/`,
  }));
}
