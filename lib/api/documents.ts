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
export function packageDocument(it: PackageRecord, { links, zone }: Setting): PackageDocument {
  return {
    category: links.category(it.categoryId),
    grids: it.gridIds.map(links.grid),
    id: it.id,
    title: it.title,
    slug: it.slug,
    last_updated: timeText(it.lastCommitAt, zone),
    last_fetched: timeText(it.lastFetchedAt, zone),
    repo_url: it.repoUrl ?? '',
    pypi_version: it.pypiVersion,
    created: timeText(it.createdAt, zone),
    modified: timeText(it.modifiedAt, zone),
    repo_forks: it.repoForks ?? 0,
    repo_description: it.repoDescription,
    pypi_url: it.pypiUrl,
    documentation_url: it.documentationUrl,
    repo_watchers: it.repoWatchers ?? 0,
    commits_over_52: it.commitsOver52 ?? [],
    participants: it.participants,
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

export function gridDocument(it: GridRecord, { links, zone }: Setting): GridDocument {
  return {
    id: it.id,
    title: it.title,
    slug: it.slug,
    description: it.description,
    is_locked: it.isLocked,
    packages: it.packageIds.map(links.package),
    header: it.isHeader,
    created: timeText(it.createdAt, zone),
    modified: timeText(it.modifiedAt, zone),
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

export function categoryDocument(it: CategoryRecord, { zone }: Setting): CategoryDocument {
  return {
    id: it.id,
    title: it.title,
    slug: it.slug,
    description: it.description,
    title_plural: it.titlePlural,
    show_pypi: it.showPypi,
    created: timeText(it.createdAt, zone),
    modified: timeText(it.modifiedAt, zone),
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
