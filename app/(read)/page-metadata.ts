import type { Metadata } from 'next';
import { feedLinks, feedPaths } from '@/lib/feeds/links';
import { pageQuery } from '@/lib/list/query';
import { IMAGE_SIZE } from '@/lib/open-graph/card';
import { siteImage } from '@/lib/open-graph/links';
import { printable } from '@/lib/text/printable';

/** The path of the current page without parameters; Next resolves it. */
const THIS_PAGE = './';

interface Feed {
  path: string;
  title: string;
}

/** Feeds of the whole site. */
export const latestFeeds: Feed[] = [
  { path: feedPaths.latestPackages, title: 'Latest packages' },
  { path: feedPaths.latestReleases, title: 'Latest releases' },
];

/** The feed of the changelog. */
export const changelogFeed: Feed = { path: feedPaths.changelog, title: 'Changelog' };

/** Feed of all changes of the catalogue. */
export const changesFeed: Feed = { path: feedPaths.changes, title: 'Recent changes' };

interface Named extends Metadata {
  title: string;
  description?: string;
}

/** Metadata of a page whose title or description comes from outside the site. */
export function pageMetadata({ title, description = '', ...rest }: Named): Metadata {
  return {
    ...rest,
    title: printable(title),
    ...(description === '' ? {} : { description: printable(description) }),
  };
}

/** Canonical URL of a page, and its feeds. */
export function alternates(canonical = THIS_PAGE, feeds: Feed[] = []): Metadata['alternates'] {
  const links = feeds.flatMap(({ path, title }) =>
    feedLinks(path).map(({ mediaType, href }) => ({
      mediaType,
      url: href,
      title: printable(title),
    })),
  );
  const types = Object.fromEntries(
    [...new Set(links.map(({ mediaType }) => mediaType))].map((mediaType) => [
      mediaType,
      links.filter((it) => it.mediaType === mediaType).map(({ url, title }) => ({ url, title })),
    ]),
  );
  return { canonical, types };
}

/** Open Graph metadata. Title and description are the page's. */
export function shared(
  image = siteImage,
  alt = 'Packgrid',
  url = THIS_PAGE,
): Metadata['openGraph'] {
  const images = [{ url: image, ...IMAGE_SIZE, alt: printable(alt), type: 'image/png' }];
  return { type: 'website', siteName: 'Packgrid', locale: 'en_US', url, images };
}

/**
 * Canonical path of a list page. Each page of the unfiltered list in default order has its own; sorted or filtered lists show the same
 * records, so they point to the whole list.
 */
export function listAddress(path: string, query: Record<string, unknown>): string {
  const names = Object.keys(query).filter((name) => query[name] !== undefined);
  const { page } = pageQuery.parse(query);
  return names.length === 1 && names[0] === 'page' && page > 1 ? `${path}?page=${page}` : path;
}
