import { requirement, skip, type ParsedItem } from './entry';
import { readFileName } from './file-name';
import { normalizeName } from './name';

/** `git+https://token@host:8080/path@revision?query#fragment` as version control system, scheme, host, path and fragment. */
const absolute =
  /^(?:(\w+)\+)?([a-z][a-z\d.-]*):\/\/(?:[^/?#]*@)?([^/?#:]*)(?::\d*)?([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/i;
/** `git@host:path`, the scp-like syntax of git. */
const ofSsh =
  /^(?:(git)\+)?(?:ssh:\/\/)?[\w.-]+@([\w-]+(?:\.[\w-]+)+):(?!\/\/)\/?([^\s?#]+)(?:#(.*))?$/i;
/** A URL without a scheme. */
const bare = /^(?:[\w-]+\.)+[a-z]{2,}\/[^\s/]+\/\S/i;

const pypiProject = /^\/(?:project|simple|pypi)\/([\w.-]+)(?:\/(\d[^/]*))?/i;
/** An archive that a host generates from a repository. */
const archiveOfRepository = /^(\/[^/]+\/[^/]+)\/(?:archive|zipball|tarball|zip|tar\.gz)(?:\/.*)?$/i;

interface Address {
  scheme: string;
  host: string;
  path: string;
  fragment: string;
  /** Whether it is fetched by a version control system. */
  isRepository: boolean;
}

/** Whether text is a URL or scp-like address rather than a name. */
export const isAddress = (text: string): boolean =>
  absolute.test(text) || ofSsh.test(text) || bare.test(text);

/**
 * Parses the URL of a repository, a PyPI page, or an archive or wheel, which is named after its project. The fragment `#egg=name` also
 * gives the name.
 */
export function readAddress(text: string): ParsedItem {
  const address = parseAddress(text);
  const egg = readEgg(address.fragment);
  if (address.scheme === 'file') {
    return readFileName(address.path) ?? (egg ? requirement(egg) : skip('local path'));
  }
  const project = pypiOf(address);
  if (project) return requirement(project);
  const url = `https://${address.host}${repositoryPath(address)}`;
  const isArchive = !address.isRepository && !archiveOfRepository.test(address.path);
  const file = isArchive ? readFileName(address.path) : undefined;
  return file ? { ...file, url } : requirement({ ...egg, url });
}

function parseAddress(text: string): Address {
  const [, , sshHost = '', sshPath = '', sshFragment = ''] = ofSsh.exec(text) ?? [];
  if (sshHost !== '') {
    return {
      scheme: 'ssh',
      host: sshHost,
      path: `/${sshPath}`,
      fragment: sshFragment,
      isRepository: true,
    };
  }
  const withScheme = bare.test(text) ? `https://${text}` : text;
  const [, vcs, scheme = '', host = '', path = '', fragment = ''] = absolute.exec(withScheme) ?? [];
  return {
    scheme: scheme.toLowerCase(),
    host: host.toLowerCase(),
    path,
    fragment,
    isRepository: vcs !== undefined || /^(?:git|ssh)$/i.test(scheme),
  };
}

function repositoryPath({ path, isRepository }: Address): string {
  const unpinned = isRepository ? path.replace(/@[^@]*$/, '') : path;
  return (archiveOfRepository.exec(unpinned)?.[1] ?? unpinned).replace(/(?:\.git)?\/*$/i, '');
}

function pypiOf({ host, path }: Address) {
  if (!/^(?:www\.|test\.)?pypi\.(?:org|python\.org)$/.test(host)) return undefined;
  const [, name, version] = pypiProject.exec(path) ?? [];
  if (name === undefined) return undefined;
  return { name: normalizeName(name), specifier: version === undefined ? null : `==${version}` };
}

function readEgg(fragment: string): { name: string; extras: string[] } | undefined {
  const egg = /(?:^|&)egg=([a-z\d](?:[\w.-]*[a-z\d])?)(?:\[([^\]]*)\])?/i.exec(decoded(fragment));
  if (egg?.[1] === undefined) return undefined;
  const extras = (egg[2] ?? '').split(',').map((it) => normalizeName(it.trim()));
  return { name: normalizeName(egg[1]), extras: extras.filter((it) => it !== '') };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
