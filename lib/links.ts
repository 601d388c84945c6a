/** The address if it is one of the web, so that nothing else, such as `javascript:`, ever becomes a link. */
export function webAddress(text: string | null): string | undefined {
  if (text === null || !URL.canParse(text)) return undefined;
  const { protocol, href } = new URL(text);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

/** The project's page on PyPI. */
export function pypiPage(name: string): string {
  return `https://pypi.org/project/${encodeURIComponent(name)}/`;
}

const hosts = new Map([
  ['github.com', 'GitHub'],
  ['gitlab.com', 'GitLab'],
  ['bitbucket.org', 'Bitbucket'],
  ['codeberg.org', 'Codeberg'],
]);

/** The domain of an address of the web, without `www.`. */
export function domainOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./, '');
}

/** The name of a repository's host, such as `GitHub`; its domain where it has no better one. */
export function hostName(repoUrl: string): string {
  const domain = domainOf(repoUrl);
  return hosts.get(domain) ?? domain;
}

/** A contributor's page at the repository's host; undefined for hosts without such pages and for bots. */
export function profilePage(repoUrl: string | null, account: string): string | undefined {
  const address = webAddress(repoUrl);
  if (address === undefined || account.endsWith('[bot]')) return undefined;
  const isKnown = hosts.has(domainOf(address));
  return isKnown ? `${new URL(address).origin}/${encodeURIComponent(account)}` : undefined;
}

type Query = Record<string, string | number | undefined>;

/** A link with a query: what is undefined or equals its default is left out, so that one view has one address. */
export function linkTo(path: string, query: Query, defaults: Query = {}): string {
  const kept = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === defaults[name] ? [] : [[name, String(value)]],
  );
  return kept.length === 0 ? path : `${path}?${new URLSearchParams(kept).toString()}`;
}
