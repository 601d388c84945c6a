import { repositoryAddress } from '@/lib/search/address-key';
import type { Asking } from './ask';
import type { RepositoryFacts } from './facts';
import { HostError } from './host-error';

/** Where a repository host is, and what it is asked with. */
export interface RepositoryHost {
  asking: Asking;
  /** Base URL of its API, such as https://codeberg.org/api/v1. */
  apiUrl: string;
  /** Base URL of its repositories' pages, such as https://codeberg.org. */
  siteUrl: string;
  /** Access token; requests are anonymous without one. */
  token?: string | undefined;
}

export interface ReadOptions {
  /** Whether to read the README too. */
  withReadme?: boolean;
}

/** Facts about a repository when nothing but its path is known. */
export function unknownFacts(siteUrl: string, path: string): RepositoryFacts {
  return {
    url: repositoryUrl(siteUrl, path),
    ...{ description: null, topics: [], license: null, readme: null, latestRelease: null },
    ...{ stars: null, forks: null, openIssues: null, openPullRequests: null },
    ...{ isArchived: null, archivedAt: null, isFork: null, isMirror: null },
    ...{ defaultBranch: null, lastCommit: null, lastCommitAt: null, commitCount: null },
    ...{ weeklyCommits: null, contributors: null },
  };
}

function repositoryUrl(siteUrl: string, path: string): string {
  const url = repositoryAddress(`${siteUrl}/${path}`);
  if (url === undefined) throw new HostError('invalid', `${path} is not the path of a repository`);
  return url;
}

/**
 * The segments of a repository's path, encoded for URLs: two of them, or more if the host has nested groups.
 *
 * @throws {HostError} `refused` if it is not the path of a repository
 */
export function encodedSegments(path: string, { mostSegments = 2 } = {}): string[] {
  const segments = path.split('/');
  const isPath =
    segments.length >= 2 &&
    segments.length <= mostSegments &&
    segments.every((segment) => /^[\w.~-]+$/.test(segment) && !/^\.\.?$/.test(segment));
  if (!isPath) throw new HostError('refused', `${path} is not the path of a repository`);
  return segments.map(encodeURIComponent);
}

interface Asked {
  /** The path of the repository that was asked for, and the URL that was requested. */
  path: string;
  url: string;
}

/**
 * Checks that an answer is about the repository that was asked for. Hosts redirect from the former path of a repository, so an answer
 * about another path without a redirect is wrong.
 *
 * @throws {HostError} `invalid` if it is about another one
 */
export function checkPath(asked: Asked, answered: Asked): void {
  const isSame = asked.path.toLowerCase() === answered.path.toLowerCase();
  const isRedirected = new URL(asked.url).href !== new URL(answered.url).href;
  if (isSame || isRedirected) return;
  throw new HostError('invalid', `${asked.url} returned ${answered.path}, not ${asked.path}`);
}
