import { isPypiName, nameInPypiAddress } from '@/lib/package/pypi-name';
import { normalizeName } from '@/lib/requirements/name';

const ssh = /^(?:(?:git\+)?ssh:\/\/)?git@([\w.-]+\.[a-z]+)[:/]([\w.~-]+\/[\w./~-]+)$/i;
const web =
  /^(?:git\+)?(?:(https?|git|ssh):\/\/(?:[^\s@/]+@)?)?(?:www\.)?([\w-]+(?:\.[\w-]+)+)(?::(?:22|80|443))?\/([\w.~-]+\/[\w.~-]+(?:\/[^\s]*)?)\/?(?:[?#@].*)?$/i;

/** Hosts where a repository has exactly an owner and a name, and only https. */
const flatHosts = ['github.com', 'codeberg.org', 'bitbucket.org'];

/** Part of a URL's path that points to a page within a repository. */
const within =
  /\/(?:-|tree|blob|commits?|compare|releases|pulls?|issues|src|raw|merge_requests|tags|milestones?|wiki|settings|actions|discussions)(?:\/.*)?$/i;

/** Prefix of keys made from URLs, so that no name can equal one. */
const ADDRESS = '@';

/** The index key of a repository or project that a package had before, by its key; no URL equals one. */
export const formerKey = (key: string) => `${ADDRESS}former${key}`;

/** The index key of a PyPI project; names are normalized as PyPI does (PEP 503). */
export function pypiKey(name: string): string {
  return `${ADDRESS}pypi/${normalizeName(name)}`;
}

/** Maximum length of a URL, in characters; repository URLs are shorter. */
const MOST_ADDRESS = 500;

/** The index key for the URL of a repository or PyPI project; undefined for any other text. */
export function addressKey(text: string | null): string | undefined {
  if (text === null || text.length > MOST_ADDRESS) return undefined;
  const name = nameInPypiAddress(text);
  if (name !== undefined && isPypiName(name)) return pypiKey(name);

  const found = findRepository(text);
  return found && `${ADDRESS}${found.host}/${found.path}`.toLowerCase();
}

/**
 * The URL of a repository's front page, from any of the spellings that its host, git or pip accept, or the URL of a page within it. Keeps
 * upper and lower case. Undefined for any other text.
 */
export function repositoryAddress(text: string): string | undefined {
  const found = text.length > MOST_ADDRESS ? undefined : findRepository(text);
  return found && `${found.scheme}://${found.host}/${found.path}`;
}

function findRepository(text: string) {
  const [, sshHost, sshPath] = ssh.exec(text) ?? [];
  const [, scheme, webHost, webPath] = web.exec(text) ?? [];
  const host = (sshHost ?? webHost ?? '').toLowerCase();
  if (host === '') return undefined;
  const isFlat = flatHosts.includes(host);
  const path = (sshPath ?? webPath ?? '').replace(/[?#@].*$/, '');
  const repository = isFlat ? path.split('/').slice(0, 2).join('/') : path.replace(within, '');
  return {
    scheme: scheme?.toLowerCase() === 'http' && !isFlat ? 'http' : 'https',
    host,
    path: repository.replace(/\/+$/, '').replace(/\.git$/i, ''),
  };
}
