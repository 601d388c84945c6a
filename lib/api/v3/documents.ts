import type { z } from 'zod';
import type { Micros } from '@/lib/time';
import { links } from './links';
import type { categorySchema, gridSchema, packageSchema, rootSchema } from './schemas';
import { utcText } from './time-text';

interface Named {
  slug: string;
  title: string;
  createdAt: Micros;
  modifiedAt: Micros;
}

/** Fields that every record starts with. */
function common(record: Named, page: string) {
  return {
    absolute_url: `${page}${record.slug}/`,
    created: utcText(record.createdAt),
    modified: utcText(record.modifiedAt),
    slug: record.slug,
    title: record.title,
  };
}

export function rootDocument(): z.infer<typeof rootSchema> {
  const { categories, grids, packages, users } = links;
  return { categories, grids, packages, users };
}

interface CategoryRecord extends Named {
  description: string;
  showPypi: boolean;
  titlePlural: string;
}

export function categoryDocument(record: CategoryRecord): z.infer<typeof categorySchema> {
  return {
    ...common(record, '/categories/'),
    description: record.description,
    resource_uri: links.category(record.slug),
    show_pypi: record.showPypi,
    title_plural: record.titlePlural,
  };
}

interface GridRecord extends Named {
  description: string;
  isLocked: boolean;
  isHeader: boolean;
  /** Ordered by title. */
  packageSlugs: string[];
}

export function gridDocument(record: GridRecord): z.infer<typeof gridSchema> {
  return {
    ...common(record, '/grids/g/'),
    description: record.description,
    is_locked: record.isLocked,
    resource_uri: links.grid(record.slug),
    header: record.isHeader,
    packages: record.packageSlugs.map(links.package),
  };
}

interface PackageRecord extends Named {
  categorySlug: string;
  commitsOver52: number[] | null;
  documentationUrl: string | null;
  /** In the order the package joined them. */
  gridSlugs: string[];
  lastFetchedAt: Micros | null;
  participants: string[];
  pypiUrl: string;
  pypiVersion: string | null;
  repoDescription: string;
  repoForks: number | null;
  repoUrl: string | null;
  repoWatchers: number | null;
  usageCount: number | null;
}

/** Unknown numbers are 0, since clients of djangopackages.org expect numbers. Who added or edited a package is not known yet. */
export function packageDocument(record: PackageRecord): z.infer<typeof packageSchema> {
  const weeks = (record.commitsOver52 ?? []).join(',');
  return {
    ...common(record, '/packages/p/'),
    category: links.category(record.categorySlug),
    commit_list: weeks,
    commits_over_52: weeks,
    created_by: null,
    documentation_url: record.documentationUrl,
    grids: record.gridSlugs.map(links.grid),
    last_fetched: record.lastFetchedAt === null ? null : utcText(record.lastFetchedAt),
    last_modified_by: null,
    participants: record.participants.join(','),
    pypi_url: record.pypiUrl,
    pypi_version: record.pypiVersion,
    repo_description: record.repoDescription,
    repo_forks: record.repoForks ?? 0,
    repo_url: record.repoUrl ?? '',
    repo_watchers: record.repoWatchers ?? 0,
    resource_uri: links.package(record.slug),
    usage_count: record.usageCount ?? 0,
  };
}
