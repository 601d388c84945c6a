import { pypiProjects, repositories } from '../schema';

/** What is stored of a package in `repositories` and `pypiProjects` alone, under the names of a whole package record. */
export const collected = {
  repoFiguresSource: repositories.figuresSource,
  participants: repositories.participants,
  commitsOver52: repositories.commitsOver52,
  commitCount: repositories.commitCount,
  figuresFrom: repositories.activitySource,
  snapshotCommit: repositories.snapshotCommit,
  requiresPython: pypiProjects.requiresPython,
  developmentStatus: pypiProjects.developmentStatus,
};
