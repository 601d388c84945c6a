import { pypiProjects, repositories } from '../schema';

/** Columns of `packages` that are copies, and what each is a copy of. */
export const projected = {
  repoDescription: repositories.description,
  repoWatchers: repositories.stars,
  repoForks: repositories.forks,
  repoFiguresAt: repositories.figuresAt,
  licence: repositories.license,
  lastCommitAt: repositories.lastCommitAt,
  commitsAsOf: repositories.commitsAsOf,
  lastFetchedAt: repositories.fetchedAt,
  snapshotAt: repositories.snapshotAt,
  pypiDownloadRank: pypiProjects.downloadRank,
};

/** What is stored of a package in `repositories` and `pypiProjects` alone, under the names of a whole package record. */
export const collected = {
  repoFiguresSource: repositories.figuresSource,
  participants: repositories.participants,
  commitsOver52: repositories.commitsOver52,
  commitCount: repositories.commitCount,
  openIssues: repositories.openIssues,
  downloads: pypiProjects.downloads,
  downloadsAt: pypiProjects.downloadsAt,
  figuresFrom: repositories.activitySource,
  snapshotCommit: repositories.snapshotCommit,
  requiresPython: pypiProjects.requiresPython,
  developmentStatus: pypiProjects.developmentStatus,
};
