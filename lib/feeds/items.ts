import { describeDate } from '@/lib/dated';
import { DAY_ZONE, type Micros, type Precision } from '@/lib/time';
import type { FeedItem } from './feed';

export interface NewPackage {
  id: number;
  slug: string;
  title: string;
  description: string;
  createdAt: Micros;
}

export interface Release {
  packageId: number;
  slug: string;
  title: string;
  description: string;
  number: string;
  releasedAt: Micros;
  datePrecision: Precision;
  /** When the package was last edited and last read, from which a release can have come. */
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

/** That a package was added to the catalogue. Its id is its page, as in the feeds of djangopackages.org. */
export function packageItem(base: string, it: NewPackage): FeedItem {
  const link = `${base}/packages/p/${it.slug}/`;
  return {
    id: link,
    title: it.title,
    link,
    summary: it.description,
    at: it.createdAt,
    precision: 'time',
    changedAt: it.createdAt,
  };
}

/** That a version of a package came out. Its number names it, since its row may be made anew by an import. */
export function releaseItem(base: string, it: Release): FeedItem {
  return {
    id: `${recordOf(base, it.packageId)}#release-${encodeURIComponent(it.number)}`,
    title: `${it.title} ${it.number}`,
    link: `${base}/packages/p/${it.slug}/`,
    summary: [`Released ${dayOf(it)}.`, it.description].filter((part) => part !== '').join(' '),
    at: it.releasedAt,
    precision: it.datePrecision,
    changedAt: Math.max(it.releasedAt, it.modifiedAt, it.lastFetchedAt ?? 0),
  };
}

/** The zone of days does for exact times too: which zone the reader lives in, nobody knows. */
function dayOf({ releasedAt, datePrecision }: Release): string {
  const clock = { now: releasedAt, zone: DAY_ZONE };
  const { date } = describeDate(releasedAt, datePrecision, clock);
  return datePrecision === 'month' ? `in ${date}` : `on ${date}`;
}

/** That a package was added to a grid. */
export function joinedItem(base: string, it: Joined): FeedItem {
  return {
    id: `${base}/api/v4/grids/${it.gridId}/#package-${it.packageId}`,
    title: `${it.title} joined the comparison ${it.gridTitle}`,
    link: `${base}/packages/p/${it.slug}/`,
    summary: it.description,
    at: it.joinedAt,
    precision: 'time',
    changedAt: it.joinedAt,
  };
}
