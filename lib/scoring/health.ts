import type { Clock } from '@/lib/time';
import { aliveCriteria } from './health/alive';
import type { Criterion, Finding, HealthInput } from './health/criterion';
import { fitCriteria } from './health/fits';
import { peopleCriteria } from './health/people';

export type { Criterion, HealthInput } from './health/criterion';

/** All health criteria; used by the score, the package's score page and the page on scoring. */
export const healthCriteria: Criterion[] = [...aliveCriteria, ...fitCriteria, ...peopleCriteria];

/**
 * Minimum points, of 100, that must be known to give a score. With fewer, the score would mostly reflect what happens to be known: a
 * package with nothing known but a new release would be the healthiest of all.
 */
export const ENOUGH_POINTS = 50;

export interface JudgedCriterion extends Finding {
  criterion: Criterion;
  /** Points earned; null if unknown. */
  points: number | null;
}

export interface HealthReport {
  judged: JudgedCriterion[];
  /** Points earned, and the maximum points of the criteria that are known. */
  met: number;
  known: number;
  /** 0 to 100: 100 × met / known; null if fewer than ENOUGH_POINTS are known. */
  health: number | null;
}

/** Computes the health of a package at a given time, criterion by criterion. */
export function judgeHealth(input: HealthInput, clock: Clock): HealthReport {
  const judged = healthCriteria.map((criterion) => {
    const finding = criterion.judge(input, clock);
    const points = finding.share === null ? null : Math.round(criterion.points * finding.share);
    return { ...finding, criterion, points };
  });
  const counted = judged.filter(({ points }) => points !== null);
  const met = counted.reduce((sum, { points }) => sum + (points ?? 0), 0);
  const known = counted.reduce((sum, { criterion }) => sum + criterion.points, 0);
  return {
    judged,
    met,
    known,
    health: known < ENOUGH_POINTS ? null : Math.round((100 * met) / known),
  };
}

/** Health bands with their names, best first. */
export const healthBands = [
  { from: 80, word: 'good', name: 'In good health', tone: 'good' },
  { from: 60, word: 'fair', name: 'In fair health', tone: 'good' },
  { from: 40, word: 'weak', name: 'In weak health', tone: 'caution' },
  { from: 0, word: 'poor', name: 'In poor health', tone: 'bad' },
] as const;

const bandOf = (health: number | null) =>
  health === null ? undefined : healthBands.find(({ from }) => health >= from);

/** The health in words, without the number. */
export function describeHealth(health: number | null): string {
  return bandOf(health)?.name ?? 'Health unknown';
}

/** The health in one word, for use next to its number. */
export const healthWord = (health: number | null): string => bandOf(health)?.word ?? 'unknown';

/** The colour of a health score; always shown together with its words. */
export function healthTone(health: number | null): 'good' | 'caution' | 'bad' | undefined {
  return bandOf(health)?.tone;
}
