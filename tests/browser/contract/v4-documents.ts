import { bySlug, categories, grids, membersOf } from './catalogue';
import type { Category, Grid, Package } from './catalogue';
import { newYorkText } from './times';

/** Base URL of links of the site under test: without SITE_URL, that is the URL that the client requests. */
const ORIGIN = `http://localhost:${process.env['PACKGRID_TEST_PORT'] ?? ''}`;

/** How a request chose its format, which its links repeat. */
interface Style {
  suffix?: string;
  query?: string;
}

/** Builds the URL of a resource from the parts in `path`. */
export function link(path: string, { suffix, query = '' }: Style = {}, origin = ORIGIN): string {
  const end = suffix ?? (path === '' ? '' : '/');
  return `${origin}/api/v4/${path}${end}${query}`;
}

export function rootDocument(style?: Style, origin?: string) {
  return {
    packages: link('packages', style, origin),
    search: link('search', style, origin),
    grids: link('grids', style, origin),
    categories: link('categories', style, origin),
  };
}

export function packageDocument(it: Package, style?: Style) {
  return {
    category: link(`categories/${bySlug(categories, it.category).id}`, style),
    grids: it.grids.map((slug) => link(`grids/${bySlug(grids, slug).id}`, style)),
    id: it.id,
    title: it.title,
    slug: it.slug,
    last_updated: it.last_updated === null ? null : newYorkText(it.last_updated),
    last_fetched: it.last_fetched === null ? null : newYorkText(it.last_fetched),
    repo_url: it.repo_url ?? '',
    pypi_version: it.pypi_version,
    created: newYorkText(it.created),
    modified: newYorkText(it.modified),
    repo_forks: it.repo_forks ?? 0,
    repo_description: it.repo_description,
    pypi_url: it.pypi_url,
    documentation_url: it.documentation_url,
    repo_watchers: it.repo_watchers ?? 0,
    commits_over_52: it.commits_over_52 ?? [],
    participants: it.participants,
  };
}

export function gridDocument(it: Grid, style?: Style) {
  return {
    id: it.id,
    title: it.title,
    slug: it.slug,
    description: it.description,
    is_locked: false,
    packages: membersOf(it).map(({ id }) => link(`packages/${id}`, style)),
    header: false,
    created: newYorkText(it.created),
    modified: newYorkText(it.modified),
  };
}

export function categoryDocument(it: Category) {
  return {
    id: it.id,
    title: it.title,
    slug: it.slug,
    description: it.description,
    title_plural: it.title_plural,
    show_pypi: it.show_pypi,
    created: newYorkText(it.created),
    modified: newYorkText(it.modified),
  };
}
