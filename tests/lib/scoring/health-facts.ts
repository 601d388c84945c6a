import type { HealthInput } from '@/lib/scoring/health';
import { DAY_ZONE, MICROS_PER_DAY, parseTime, type Clock } from '@/lib/time';

const at = (text: string) => parseTime(text, DAY_ZONE) ?? 0;

export const clock: Clock = { now: at('2026-11-21'), zone: 'UTC' };

export const daysAgo = (days: number) => clock.now - days * MICROS_PER_DAY;

/** Everything is unknown. */
export const unknownFacts: HealthInput = {
  isDeprecated: false,
  isArchived: false,
  repoUrl: null,
  lastCommitAt: null,
  commitsOver52: null,
  commitsAsOf: null,
  participants: [],
  lastReleaseNumber: null,
  lastReleaseAt: null,
  lastReleasePrecision: 'day',
  releasesAsOf: null,
  documentationUrl: null,
  licence: null,
  djangoVersions: null,
  pythonVersions: null,
  requiresPython: null,
  snapshotAt: null,
  stars: null,
  starsAt: null,
  usageCount: null,
  usageCountedAt: null,
  downloadRank: null,
};

/** Meets every criterion in full, as of ten days ago. */
export const healthyFacts: HealthInput = {
  ...unknownFacts,
  repoUrl: 'https://github.com/acme/rocket',
  lastCommitAt: daysAgo(12),
  commitsOver52: Array.from({ length: 52 }, () => 3),
  commitsAsOf: daysAgo(10),
  participants: ['a', 'b', 'c', 'd', 'e'],
  lastReleaseNumber: '2.0',
  lastReleaseAt: daysAgo(30),
  releasesAsOf: daysAgo(10),
  documentationUrl: 'https://rocket.readthedocs.io/',
  licence: 'MIT',
  djangoVersions: ['4.2', '5.2'],
  pythonVersions: ['3.9', '3.13'],
  snapshotAt: daysAgo(10),
  stars: 4000,
  starsAt: at('2022-05-04'),
};
