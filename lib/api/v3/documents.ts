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
function common(it: Named, page: string) {
  return {
    absolute_url: `${page}${it.slug}/`,
    created: utcText(it.createdAt),
    modified: utcText(it.modifiedAt),
    slug: it.slug,
    title: it.title,
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

export function categoryDocument(it: CategoryRecord): z.infer<typeof categorySchema> {
  return {
    ...common(it, '/categories/'),
    description: it.description,
    resource_uri: links.category(it.slug),
    show_pypi: it.showPypi,
    title_plural: it.titlePlural,
  };
}

interface GridRecord extends Named {
  description: string;
  isLocked: boolean;
  isHeader: boolean;
  /** Ordered by title. */
  packageSlugs: string[];
}

export function gridDocument(it: GridRecord): z.infer<typeof gridSchema> {
  return {
    ...common(it, '/grids/g/'),
    description: it.description,
    is_locked: it.isLocked,
    resource_uri: links.grid(it.slug),
    header: it.isHeader,
    packages: it.packageSlugs.map(links.package),
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
export function packageDocument(it: PackageRecord): z.infer<typeof packageSchema> {
  const weeks = (it.commitsOver52 ?? []).join(',');
  return {
    ...common(it, '/packages/p/'),
    category: links.category(it.categorySlug),
    commit_list: weeks,
    commits_over_52: weeks,
    created_by: null,
    documentation_url: it.documentationUrl,
    grids: it.gridSlugs.map(links.grid),
    last_fetched: it.lastFetchedAt === null ? null : utcText(it.lastFetchedAt),
    last_modified_by: null,
    participants: it.participants.join(','),
    pypi_url: it.pypiUrl,
    pypi_version: it.pypiVersion,
    repo_description: it.repoDescription,
    repo_forks: it.repoForks ?? 0,
    repo_url: it.repoUrl ?? '',
    repo_watchers: it.repoWatchers ?? 0,
    resource_uri: links.package(it.slug),
    usage_count: it.usageCount ?? 0,
  };
}
