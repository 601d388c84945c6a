import { refuse, requirement, type ParsedItem } from './entry';
import { normalizeName } from './name';

/** `pkg:type/namespace/name@version?qualifiers#subpath` */
const packageUrl = /^pkg:\/*([a-z][\w.+-]*)\/(.+?)(?:@([^?#@]+))?(?:\?[^#]*)?(?:#.*)?$/i;

const hosts: Record<string, string> = {
  github: 'github.com',
  bitbucket: 'bitbucket.org',
  gitlab: 'gitlab.com',
};

/** Parses a package URL (purl) of a PyPI project or a repository. */
export function readPackageUrl(text: string): ParsedItem {
  const [, type = '', path = '', version] = packageUrl.exec(text) ?? [];
  const host = hosts[type.toLowerCase()];
  if (host !== undefined) return requirement({ url: `https://${host}/${path}` });
  if (type.toLowerCase() !== 'pypi') return refuse('Not a package URL of type pypi');
  if (!/^[a-z\d](?:[\w.-]*[a-z\d])?$/i.test(path)) return refuse(`"${path}" is not a name on PyPI`);
  return requirement({
    name: normalizeName(path),
    specifier: version === undefined ? null : `==${version.replace(/%2b/i, '+')}`,
  });
}
