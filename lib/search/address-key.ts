import { isPypiName, nameInPypiAddress } from '@/lib/package/pypi-name';
import { normalizeName } from '@/lib/requirements/name';

const ssh = /^(?:ssh:\/\/)?git@([\w.-]+\.[a-z]+)[:/]([\w.~-]+\/[\w./~-]+)$/i;
const web =
  /^(?:git\+)?(?:(?:https?|git):\/\/)?(?:www\.)?([\w-]+(?:\.[\w-]+)+)\/([\w.~-]+\/[\w.~-]+(?:\/[^\s]*)?)\/?(?:[?#@].*)?$/i;

/** Part of a URL's path that points to a page within a repository. */
const within =
  /\/(?:-|tree|blob|commits?|compare|releases|pulls?|issues|src|raw|merge_requests|tags|milestones?|wiki|settings|actions|discussions)(?:\/.*)?$/i;

/** Prefix of keys made from URLs, so that no name can equal one. */
const ADDRESS = '@';

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

  const [, host = '', path = ''] = ssh.exec(text) ?? web.exec(text) ?? [];
  if (host === '') return undefined;
  const repository = path
    .replace(/[?#@].*$/, '')
    .replace(within, '')
    .replace(/\/+$/, '');
  return `${ADDRESS}${host}/${repository.replace(/\.git$/i, '')}`.toLowerCase();
}
