import { describeDate } from '@/lib/text/dated';
import { DAY_ZONE, formatDay, parseTime, type Micros, type Precision } from '@/lib/time';
import { firstParagraph } from '@/lib/posts/markdown';
import { describeDay } from '@/lib/text/wording';
import type { FeedItem } from './feed';

export interface NewPackage {
  id: number;
  slug: string;
  title: string;
  description: string;
  createdAt: Micros;
}

export interface Release {
  /** Identifies the package in feeds. */
  packageId: number;
  slug: string;
  title: string;
  description: string;
  number: string;
  releasedAt: Micros;
  datePrecision: Precision;
  /** When this site first listed it; null if unknown. */
  firstSeenAt: Micros | null;
  /** When the package was last edited and last fetched; either can add a release. */
  modifiedAt: Micros;
  lastFetchedAt: Micros | null;
}

export interface Joined {
  gridId: number;
  gridTitle: string;
  packageId: number;
  slug: string;
  title: string;
  description: string;
  joinedAt: Micros;
}

interface Post {
  slug: string;
  title: string;
  body: string;
  publishedAt: Micros;
  modifiedAt: Micros;
}

const recordOf = (base: string, id: number) => `${base}/api/v4/packages/${id}/`;

/** A new package in the catalogue. The id is the URL of its page, as in the feeds of djangopackages.org. */
export function packageItem(base: string, pkg: NewPackage): FeedItem {
  const link = `${base}/packages/p/${pkg.slug}/`;
  return {
    id: link,
    title: pkg.title,
    link,
    summary: pkg.description,
    at: pkg.createdAt,
    publishedAt: pkg.createdAt,
    changedAt: pkg.createdAt,
  };
}

/** A new release. Identified by its version number, since an import can recreate its row. */
export function releaseItem(base: string, release: Release, zone: string): FeedItem {
  const publishedAt = publishedTime(release, zone);
  return {
    id: `${recordOf(base, release.packageId)}#release-${encodeURIComponent(release.number)}`,
    title: `${release.title} ${release.number}`,
    link: `${base}/packages/p/${release.slug}/`,
    summary: [dateSentence(release, zone), release.description]
      .filter((part) => part !== '')
      .join(' '),
    at: release.releasedAt,
    publishedAt,
    changedAt: Math.max(publishedAt, release.modifiedAt, release.lastFetchedAt ?? 0),
  };
}

/**
 * Feeds can't express a day or a month. A day becomes midnight in the site's time zone. Any time within a month would be made up, so a
 * month becomes the time when this site first listed the release, if that is later than the start of the month.
 */
function publishedTime({ releasedAt, datePrecision, firstSeenAt }: Release, zone: string): Micros {
  if (datePrecision === 'time') return releasedAt;
  const midnight = parseTime(formatDay(releasedAt, DAY_ZONE), zone) ?? releasedAt;
  return datePrecision === 'month' ? Math.max(midnight, firstSeenAt ?? 0) : midnight;
}

function dateSentence(release: Release, zone: string): string {
  const { date } = describeDate(release.releasedAt, release.datePrecision, {
    now: release.releasedAt,
    zone,
  });
  if (release.datePrecision !== 'month') return `Released on ${date}.`;
  return release.firstSeenAt === null
    ? `Released in ${date}.`
    : `Released in ${date}; listed here since ${describeDay(release.firstSeenAt, zone)}.`;
}

/** A package added to a grid. */
export function joinedItem(base: string, joined: Joined): FeedItem {
  return {
    id: `${base}/api/v4/grids/${joined.gridId}/#package-${joined.packageId}`,
    title: `${joined.title} was added to ${joined.gridTitle}`,
    link: `${base}/packages/p/${joined.slug}/`,
    summary: joined.description,
    at: joined.joinedAt,
    publishedAt: joined.joinedAt,
    changedAt: joined.joinedAt,
  };
}

/** A post of the changelog, with its first paragraph. */
export function postItem(base: string, post: Post): FeedItem {
  const link = `${base}/changelog/${post.slug}/`;
  return {
    id: link,
    title: post.title,
    link,
    summary: firstParagraph(post.body),
    at: post.publishedAt,
    publishedAt: post.publishedAt,
    changedAt: Math.max(post.publishedAt, post.modifiedAt),
  };
}
