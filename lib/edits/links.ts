import type { RecordFields } from '@/lib/revisions/changed-fields';

interface Recorded {
  /** The fields that changed, as they are now. */
  after: RecordFields | null;
  /** All fields of the record before; undefined if there was none. */
  whole: RecordFields | undefined;
}

const ADDRESS = /https?:\/\/[^\s<>"')\]]+/gi;

/** Hosts of repositories, on which a new account may enter the repository of a package. */
const repositoryHosts = ['github.com', 'gitlab.com', 'bitbucket.org', 'codeberg.org'];

/** Hosts of documentation: these and their subdomains. */
const documentationHosts = ['readthedocs.io', 'github.io', 'gitlab.io', 'pypi.org'];

/** Fields of a package that hold one address, and the hosts on which it is expected. */
const addressFields: Record<string, (fields: RecordFields) => string[]> = {
  repoUrl: () => repositoryHosts,
  pypiUrl: () => documentationHosts,
  documentationUrl: ({ repoUrl }) => [...documentationHosts, ...hostOf(repoUrl)],
};

/**
 * The http(s) addresses that a change adds to records: those in its fields or its comment that the record did not have anywhere before. An
 * address on a host where such addresses are expected, like documentation on readthedocs.io, is none of them.
 */
export function addedLinks(recorded: readonly Recorded[], comment: string): string[] {
  const inFields = recorded.flatMap(({ after, whole }) => {
    const known = new Set(linksIn(whole));
    return Object.entries(after ?? {})
      .filter(([name, value]) => !isExpected(name, value, { ...whole, ...after }))
      .flatMap(([, value]) => linksIn(value))
      .filter((link) => !known.has(link));
  });
  return [...new Set([...linksIn(comment), ...inFields])];
}

const linksIn = (value: unknown): string[] =>
  textsIn(value).flatMap((text) => [...text.matchAll(ADDRESS)].map(([link]) => link));

/** The texts anywhere in a value of a revision. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

function isExpected(name: string, value: unknown, fields: RecordFields): boolean {
  // Sites that use a package are approved one by one.
  if (name === 'examples') return true;
  const hosts = addressFields[name]?.(fields) ?? [];
  return hostOf(value).some((host) =>
    hosts.some((known) => host === known || host.endsWith(`.${known}`)),
  );
}

function hostOf(address: unknown): string[] {
  if (typeof address !== 'string' || !URL.canParse(address)) return [];
  return [new URL(address).hostname];
}
