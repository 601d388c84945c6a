import type { Metadata } from 'next';
import { feedLinks, feedPaths } from '@/lib/feeds/links';
import { pageQuery } from '@/lib/list-query';
import { PICTURE_SIZE } from '@/lib/pictures/card';
import { sitePicture } from '@/lib/pictures/links';

/** The address of the page that is shown, without its parameters, which Next fills in. */
const THIS_PAGE = './';

interface Feed {
  path: string;
  title: string;
}

/** The feeds of the whole site. */
export const latestFeeds: Feed[] = [
  { path: feedPaths.latestPackages, title: 'Latest packages' },
  { path: feedPaths.latestReleases, title: 'Latest releases' },
];

/** The one address of a page to find, and its feeds. */
export function alternates(canonical = THIS_PAGE, feeds: Feed[] = []): Metadata['alternates'] {
  const links = feeds.flatMap(({ path, title }) =>
    feedLinks(path).map(({ mediaType, href }) => ({ mediaType, url: href, title })),
  );
  const types = Object.fromEntries(
    [...new Set(links.map(({ mediaType }) => mediaType))].map((mediaType) => [
      mediaType,
      links.filter((it) => it.mediaType === mediaType).map(({ url, title }) => ({ url, title })),
    ]),
  );
  return { canonical, types };
}

/** What a link to a page shows where it is shared. Title and description are those of the page. */
export function shared(
  picture = sitePicture,
  alt = 'Packgrid',
  url = THIS_PAGE,
): Metadata['openGraph'] {
  const images = [{ url: picture, ...PICTURE_SIZE, alt, type: 'image/png' }];
  return { type: 'website', siteName: 'Packgrid', locale: 'en_US', url, images };
}

/**
 * The address to find a page of a list by. Each page of a plain list is one of its own. In another order or narrowed down, it is a
 * view of the same records, and the whole list stands for it.
 */
export function listAddress(path: string, query: Record<string, unknown>): string {
  const names = Object.keys(query).filter((name) => query[name] !== undefined);
  const { page } = pageQuery.parse(query);
  return names.length === 1 && names[0] === 'page' && page > 1 ? `${path}?page=${page}` : path;
}
