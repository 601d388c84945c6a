import { describeDate } from '@/lib/text/dated';
import { DAY_ZONE, formatDay, parseTime, type Micros, type Precision } from '@/lib/time';
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

const recordOf = (base: string, id: number) => `${base}/api/v4/packages/${id}/`;

/** A new package in the catalogue. The id is the URL of its page, as in the feeds of djangopackages.org. */
export function packageItem(base: string, it: NewPackage): FeedItem {
  const link = `${base}/packages/p/${it.slug}/`;
  return {
    id: link,
    title: it.title,
    link,
    summary: it.description,
    at: it.createdAt,
    publishedAt: it.createdAt,
    changedAt: it.createdAt,
  };
}

/** A new release. Identified by its version number, since an import can recreate its row. */
export function releaseItem(base: string, it: Release, zone: string): FeedItem {
  const publishedAt = publishedTime(it, zone);
  return {
    id: `${recordOf(base, it.packageId)}#release-${encodeURIComponent(it.number)}`,
    title: `${it.title} ${it.number}`,
    link: `${base}/packages/p/${it.slug}/`,
    summary: [dateSentence(it, zone), it.description].filter((part) => part !== '').join(' '),
    at: it.releasedAt,
    publishedAt,
    changedAt: Math.max(publishedAt, it.modifiedAt, it.lastFetchedAt ?? 0),
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

function dateSentence(it: Release, zone: string): string {
  const { date } = describeDate(it.releasedAt, it.datePrecision, { now: it.releasedAt, zone });
  if (it.datePrecision !== 'month') return `Released on ${date}.`;
  return it.firstSeenAt === null
    ? `Released in ${date}.`
    : `Released in ${date}; listed here since ${describeDay(it.firstSeenAt, zone)}.`;
}

/** A package added to a grid. */
export function joinedItem(base: string, it: Joined): FeedItem {
  return {
    id: `${base}/api/v4/grids/${it.gridId}/#package-${it.packageId}`,
    title: `${it.title} joined the comparison ${it.gridTitle}`,
    link: `${base}/packages/p/${it.slug}/`,
    summary: it.description,
    at: it.joinedAt,
    publishedAt: it.joinedAt,
    changedAt: it.joinedAt,
  };
}
