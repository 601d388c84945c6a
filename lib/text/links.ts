import { isAccountName } from '@/lib/package/accounts';

/** Returns the URL if its scheme is http or https, otherwise undefined; keeps `javascript:` and the like out of links. */
export function webAddress(text: string | null): string | undefined {
  if (text === null || !URL.canParse(text)) return undefined;
  const { protocol, href } = new URL(text);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

/** Removes the user name and password from a URL, since they are private; returns any other text unchanged. */
export function withoutCredentials(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  if (url.username === '' && url.password === '') return address;
  url.username = '';
  url.password = '';
  return url.href;
}

/** The URL of a project's page on PyPI. */
export function pypiPage(name: string): string {
  return `https://pypi.org/project/${encodeURIComponent(name)}/`;
}

const hosts = new Map([
  ['github.com', 'GitHub'],
  ['gitlab.com', 'GitLab'],
  ['bitbucket.org', 'Bitbucket'],
  ['codeberg.org', 'Codeberg'],
]);

/** The domain of a URL, without `www.`. */
export function domainOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./, '');
}

/** The display name of a repository's host, such as `GitHub`, or else its domain. */
export function hostName(repoUrl: string): string {
  const domain = domainOf(repoUrl);
  return hosts.get(domain) ?? domain;
}

/** The URL of a contributor's profile at the repository's host; undefined for unknown hosts and for names invalid there, such as bots'. */
export function profilePage(repoUrl: string | null, account: string): string | undefined {
  const address = webAddress(repoUrl);
  if (address === undefined || !isAccountName(domainOf(address), account)) return undefined;
  return `${new URL(address).origin}/${account}`;
}

/** A page's query as Next passes it: a repeated parameter is an array. */
export type PageQuery = Record<string, string | string[] | undefined>;

/** Appends a page's whole query to a path. */
export function withQuery(path: string, query: PageQuery): string {
  const all = Object.entries(query).flatMap(([name, value]) =>
    [value ?? []].flat().map((it) => [name, it]),
  );
  return all.length === 0 ? path : `${path}?${new URLSearchParams(all).toString()}`;
}

type Query = Record<string, string | number | undefined>;

/** Builds a link with a query. Omits undefined and default values, so that each view has one URL. */
export function linkTo(path: string, query: Query, defaults: Query = {}): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === defaults[name] ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}
