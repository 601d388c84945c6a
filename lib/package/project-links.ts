import type { Package } from '@/db/schema';
import { normalizeName } from '@/lib/requirements/name';
import { hostName, pypiPage, webAddress } from '@/lib/text/links';

export interface ProjectLink {
  label: string;
  /** The part of the label that comes from outside the site. */
  name?: string;
  href: string;
  icon: 'book' | 'box' | 'branch' | 'issue' | 'chart' | 'shield' | 'tag';
}

type Project = Pick<Package, 'repoUrl' | 'documentationUrl' | 'pypiName'>;

/** Paths of a repository's issues and releases, at the hosts where each repository has them. */
const hostPaths = new Map([
  ['github.com', { issues: 'issues', releases: 'releases' }],
  ['gitlab.com', { issues: '-/issues', releases: '-/releases' }],
  ['codeberg.org', { issues: 'issues', releases: 'releases' }],
]);

/** The pages of a project elsewhere, as far as their URLs are certain. */
export function projectLinks({ repoUrl, documentationUrl, pypiName }: Project): ProjectLink[] {
  const documentation = webAddress(documentationUrl);
  return [
    ...(documentation === undefined
      ? []
      : [{ label: 'Documentation', href: documentation, icon: 'book' as const }]),
    ...repositoryLinks(webAddress(repoUrl)),
    ...(pypiName === null ? [] : pypiLinks(pypiName)),
  ];
}

function repositoryLinks(repository: string | undefined): ProjectLink[] {
  if (repository === undefined) return [];
  const { hostname, pathname, search, hash } = new URL(repository);
  const paths = hostPaths.get(hostname);
  const own: ProjectLink = {
    label: 'Repository on ',
    name: hostName(repository),
    href: repository,
    icon: 'branch',
  };
  // Anything else is not the address of a repository itself.
  const isRepository = /^(\/[^/]+){2,}\/?$/.test(pathname) && search === '' && hash === '';
  if (!paths || !isRepository) return [own];
  const root = repository.replace(/\/$/, '').replace(/\.git$/, '');
  return [
    own,
    { label: 'Releases', href: `${root}/${paths.releases}`, icon: 'tag' },
    { label: 'Issues', href: `${root}/${paths.issues}`, icon: 'issue' },
  ];
}

function pypiLinks(name: string): ProjectLink[] {
  const project = normalizeName(name);
  const query = new URLSearchParams({ q: project, ecosystem: 'PyPI' });
  return [
    { label: 'PyPI', href: pypiPage(name), icon: 'box' },
    {
      label: 'Download statistics',
      href: `https://pypistats.org/packages/${encodeURIComponent(project)}`,
      icon: 'chart',
    },
    {
      label: 'Known vulnerabilities',
      href: `https://osv.dev/list?${query.toString()}`,
      icon: 'shield',
    },
  ];
}
