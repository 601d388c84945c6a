import { isPypiName, nameInPypiAddress } from '@/lib/package/pypi-name';
import { addressKey, pypiKey, repositoryAddress } from '@/lib/search/address-key';
import { pageOf } from '@/lib/search/page-address';

/** A project that somebody wants to add, by its repository, its name on PyPI, or the slug of its page on a site like this one. */
export type Project =
  { by: 'repository'; url: string } | { by: 'pypi'; name: string } | { by: 'page'; slug: string };

/** What people copy from installation instructions, before and after the name of the project. */
const installer = /^(?:(?:python3? -m )?pip3? install|uv add|poetry add|pdm add)\s+/i;
const specifier = /\s*(?:\[|[<>=!~;]).*$/;

/** Reads the URL of a repository in any spelling, the name or URL of a project on PyPI, or the URL of a package's page; undefined for other texts. */
export function readProject(given: string): Project | undefined {
  const text = given.trim().replace(/^<([^<>]*)>$/, '$1');
  const page = pageOf(text);
  if (page) return page.kind === 'package' ? { by: 'page', slug: page.slug } : undefined;
  const inAddress = nameInPypiAddress(text);
  if (inAddress !== undefined) {
    return isPypiName(inAddress) ? { by: 'pypi', name: inAddress } : undefined;
  }
  const url = repositoryAddress(text);
  if (url !== undefined) return { by: 'repository', url };
  const name = text.replace(installer, '').replace(specifier, '');
  return isPypiName(name) ? { by: 'pypi', name } : undefined;
}

/** The index key by which a project is found; undefined if only its page is known. */
export function projectKey(project: Project): string | undefined {
  if (project.by === 'page') return undefined;
  return project.by === 'pypi' ? pypiKey(project.name) : addressKey(project.url);
}

/** The name of a project, from its last part if it is a URL. */
export function nameOfProject(project: Project): string {
  if (project.by === 'pypi') return project.name;
  return project.by === 'page' ? project.slug : project.url.replace(/^.*\//, '');
}
