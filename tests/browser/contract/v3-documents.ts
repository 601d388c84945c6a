import { membersOf } from './catalogue';
import type { Category, Grid, Package } from './catalogue';
import { utcText } from './times';

export function categoryDocument(it: Category) {
  return {
    absolute_url: `/categories/${it.slug}/`,
    created: utcText(it.created),
    modified: utcText(it.modified),
    slug: it.slug,
    title: it.title,
    description: it.description,
    resource_uri: `/api/v3/categories/${it.slug}/`,
    show_pypi: it.show_pypi,
    title_plural: it.title_plural,
  };
}

export function gridDocument(it: Grid) {
  return {
    absolute_url: `/grids/g/${it.slug}/`,
    created: utcText(it.created),
    modified: utcText(it.modified),
    slug: it.slug,
    title: it.title,
    description: it.description,
    is_locked: false,
    resource_uri: `/api/v3/grids/${it.slug}/`,
    header: false,
    packages: membersOf(it).map(({ slug }) => `/api/v3/packages/${slug}/`),
  };
}

export function packageDocument(it: Package) {
  const commits = it.commits_over_52?.join(',') ?? '';
  return {
    absolute_url: `/packages/p/${it.slug}/`,
    created: utcText(it.created),
    modified: utcText(it.modified),
    slug: it.slug,
    title: it.title,
    category: `/api/v3/categories/${it.category}/`,
    commit_list: commits,
    commits_over_52: commits,
    created_by: null,
    documentation_url: it.documentation_url,
    grids: it.grids.map((slug) => `/api/v3/grids/${slug}/`),
    last_fetched: it.last_fetched === null ? null : utcText(it.last_fetched),
    last_modified_by: null,
    participants: it.participants.join(','),
    pypi_url: it.pypi_url,
    pypi_version: it.pypi_version,
    repo_description: it.repo_description,
    repo_forks: it.repo_forks ?? 0,
    repo_url: it.repo_url ?? '',
    repo_watchers: it.repo_watchers ?? 0,
    resource_uri: `/api/v3/packages/${it.slug}/`,
    usage_count: it.usage_count_2022 ?? 0,
  };
}

interface Slice {
  limit: number;
  offset: number;
}

export function meta(path: string, { limit, offset }: Slice, total: number) {
  const at = (start: number) => `/api/v3/${path}?limit=${limit}&offset=${start}`;
  return {
    limit,
    next: offset + limit < total ? at(offset + limit) : null,
    offset,
    previous: offset === 0 ? null : at(offset < limit ? 0 : offset - limit),
    total_count: total,
  };
}

/** JSON as Python writes it: with a space after separators, and non-ASCII characters escaped. */
export function pythonJson(document: unknown): string {
  const strings: string[] = [];
  // Strings are replaced by placeholders, so that spaces are only added between them.
  const bare = JSON.stringify(document).replace(/"(?:[^"\\]|\\.)*"/g, (string) => {
    strings.push(string);
    return '"';
  });
  let next = 0;
  return bare
    .replaceAll(',', ', ')
    .replaceAll(':', ': ')
    .replaceAll('"', () => strings[next++] ?? '')
    .split('')
    .map((unit) =>
      unit < '\x7f' ? unit : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    .join('');
}
