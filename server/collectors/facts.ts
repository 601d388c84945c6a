import type { Advisory } from '@/lib/package/advisories';
import type { Micros } from '@/lib/time';

// What hosts report. A null figure is unknown: the host doesn't say, or the request for it failed. It never replaces what is known.

/** What a repository host reports about a repository. */
export interface RepositoryFacts {
  /** Its address now; another one than was asked for if the repository was renamed or transferred. */
  url: string;
  description: string | null;
  stars: number | null;
  forks: number | null;
  openIssues: number | null;
  openPullRequests: number | null;
  isArchived: boolean | null;
  /** When it was archived, if the host says so. */
  archivedAt: Micros | null;
  /** Whether it was forked from another repository at the host. */
  isFork: boolean | null;
  /** Whether the host copies it from another place. */
  isMirror: boolean | null;
  defaultBranch: string | null;
  /** Hash of the newest commit of the default branch; while it stays, so do the README, the weekly commits before today, and the contributors. */
  lastCommit: string | null;
  lastCommitAt: Micros | null;
  commitCount: number | null;
  /** Commits in each of the last 52 weeks, oldest first; null unless the host counts them. */
  weeklyCommits: number[] | null;
  /** Account names at the host, most commits first. */
  contributors: string[] | null;
  /** SPDX identifier, as the host detects it. */
  license: string | null;
  topics: string[];
  readme: Readme | null;
  latestRelease: RepositoryRelease | null;
}

/** A README file as it is in the repository. */
export interface Readme {
  /** Its path in the repository, such as README.md; its extension tells the format. */
  path: string;
  text: string;
}

export interface RepositoryRelease {
  tag: string;
  title: string;
  publishedAt: Micros | null;
  /** Release notes in Markdown. */
  notes: string;
  url: string;
}

/** What PyPI reports about a project. */
export interface ProjectFacts {
  /** As the project spells it. */
  name: string;
  summary: string;
  /** A PEP 440 specifier such as `>=3.10`; null if it has none. */
  requiresPython: string | null;
  /** SPDX expression (PEP 639), or else what the older license field and the classifiers say. */
  license: string | null;
  classifiers: string[];
  /** Labels and addresses, as the project gives them. */
  links: { label: string; url: string }[];
  /** The long description, and its media type, such as text/markdown. */
  description: { text: string; type: string } | null;
  /** PEP 508 requirements of the newest version. */
  dependencies: string[];
  /** Every release with files, lowest version first. Versions that aren't valid PEP 440 come first; `1.0` and `1.0.0` are one release. */
  releases: ProjectRelease[];
}

export interface ProjectRelease {
  number: string;
  /** When its first file was uploaded. */
  uploadedAt: Micros | null;
  /** Whether all of its files were yanked. */
  isYanked: boolean;
  yankedReason: string | null;
}

/** Downloads of a project from PyPI, without mirrors. */
export interface DownloadFacts {
  /** In the last 30 days that the host has. */
  lastMonth: number;
  /** The last of these days, 00:00 UTC. */
  lastDay?: Micros;
  /** Downloads of each whole week that the host still has, by the Monday on which it began. */
  weeks: { week: Micros; downloads: number }[];
}

/** A published security advisory about a project on PyPI. */
export type AdvisoryFacts = Advisory;

/** A release cycle of a product, such as Django 5.2. */
export interface CycleFacts {
  cycle: string;
  /** Days, such as 2026-04-07. */
  releasedAt: string;
  endOfLife: string | null;
  /** Given if only this is known and not the day: true if it has ended. */
  isEnded?: boolean;
  isLts: boolean;
}
