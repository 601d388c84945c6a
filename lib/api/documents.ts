import { DAY_ZONE, formatIso, type Micros, type Precision } from '@/lib/time';
import type { Links } from './links';
import type { CategoryDocument } from './schemas/category';
import type { GridDocument } from './schemas/grid';
import type { PackageDocument } from './schemas/package';
import type { RootDocument } from './schemas/root';

/** What a document needs from the request and the site: link builders and the time zone of its timestamps. */
export interface Setting {
  links: Links;
  zone: string;
}

interface Timestamps {
  createdAt: Micros;
  modifiedAt: Micros;
}

interface PackageRecord extends Timestamps {
  id: number;
  categoryId: number;
  /** In the order the package joined them. */
  gridIds: number[];
  title: string;
  slug: string;
  lastCommitAt: Micros | null;
  lastFetchedAt: Micros | null;
  repoUrl: string | null;
  pypiVersion: string | null;
  repoForks: number | null;
  repoDescription: string;
  pypiUrl: string;
  documentationUrl: string | null;
  repoWatchers: number | null;
  commitsOver52: number[] | null;
  participants: string[];
}

/** Unknown numbers are 0, since clients of djangopackages.org expect numbers. */
export function packageDocument(record: PackageRecord, { links, zone }: Setting): PackageDocument {
  return {
    category: links.category(record.categoryId),
    grids: record.gridIds.map(links.grid),
    id: record.id,
    title: record.title,
    slug: record.slug,
    last_updated: timeText(record.lastCommitAt, zone),
    last_fetched: timeText(record.lastFetchedAt, zone),
    repo_url: record.repoUrl ?? '',
    pypi_version: record.pypiVersion,
    created: timeText(record.createdAt, zone),
    modified: timeText(record.modifiedAt, zone),
    repo_forks: record.repoForks ?? 0,
    repo_description: record.repoDescription,
    pypi_url: record.pypiUrl,
    documentation_url: record.documentationUrl,
    repo_watchers: record.repoWatchers ?? 0,
    commits_over_52: record.commitsOver52 ?? [],
    participants: record.participants,
  };
}

interface GridRecord extends Timestamps {
  id: number;
  title: string;
  slug: string;
  description: string;
  isLocked: boolean;
  /** Ordered by title. */
  packageIds: number[];
  isHeader: boolean;
}

export function gridDocument(record: GridRecord, { links, zone }: Setting): GridDocument {
  return {
    id: record.id,
    title: record.title,
    slug: record.slug,
    description: record.description,
    is_locked: record.isLocked,
    packages: record.packageIds.map(links.package),
    header: record.isHeader,
    created: timeText(record.createdAt, zone),
    modified: timeText(record.modifiedAt, zone),
  };
}

interface CategoryRecord extends Timestamps {
  id: number;
  title: string;
  slug: string;
  description: string;
  titlePlural: string;
  showPypi: boolean;
}

export function categoryDocument(record: CategoryRecord, { zone }: Setting): CategoryDocument {
  return {
    id: record.id,
    title: record.title,
    slug: record.slug,
    description: record.description,
    title_plural: record.titlePlural,
    show_pypi: record.showPypi,
    created: timeText(record.createdAt, zone),
    modified: timeText(record.modifiedAt, zone),
  };
}

export function rootDocument({ links }: Setting): RootDocument {
  return {
    packages: links.packages(),
    search: links.search(),
    grids: links.grids(),
    categories: links.categories(),
  };
}

/** Formats a time as ISO 8601, with UTC as `Z` like djangopackages.org. */
export function timeText(time: Micros, zone: string): string;
export function timeText(time: Micros | null, zone: string): string | null;
export function timeText(time: Micros | null, zone: string): string | null {
  return time === null ? null : formatIso(time, zone).replace(/\+00:00$/, 'Z');
}

const lengths = { day: 10, month: 7 };

/** Formats a date at its known precision; days and months are in DAY_ZONE, the zone they were recorded in. */
export function dateText(time: Micros, precision: Precision, zone: string): string {
  if (precision === 'time') return timeText(time, zone);
  return formatIso(time, DAY_ZONE).slice(0, lengths[precision]);
}
