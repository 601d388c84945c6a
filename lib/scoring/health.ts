import type { Clock } from '@/lib/time';
import { aliveCriteria } from './health/alive';
import type { Criterion, Finding, HealthFacts } from './health/criterion';
import { fitCriteria } from './health/fits';
import { peopleCriteria } from './health/people';

export type { Criterion, HealthFacts } from './health/criterion';

/** What makes a package healthy: the number, the package's score page and the page on scoring all read this list. */
export const healthCriteria: Criterion[] = [...aliveCriteria, ...fitCriteria, ...peopleCriteria];

/**
 * Of 100 points so many must be known for a number to be given. With fewer, most of the number would come from what happens to be
 * known: a package of which only a new release is known would be the healthiest of all.
 */
export const ENOUGH_POINTS = 50;

export interface JudgedCriterion extends Finding {
  criterion: Criterion;
  /** The points it gives; null where it is unknown. */
  points: number | null;
}

export interface HealthReport {
  judged: JudgedCriterion[];
  /** The points of the criteria that are met, of those that are known. */
  met: number;
  known: number;
  /** 0 to 100: 100 × met / known; null where fewer than ENOUGH_POINTS are known. */
  health: number | null;
}

/** The health of a package at a moment, criterion by criterion. */
export function judgeHealth(facts: HealthFacts, clock: Clock): HealthReport {
  const judged = healthCriteria.map((criterion) => {
    const finding = criterion.judge(facts, clock);
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

/** The bands of health in words, the best first. */
export const healthBands = [
  { from: 80, name: 'In good health', tone: 'good' },
  { from: 60, name: 'In fair health', tone: 'good' },
  { from: 40, name: 'In weak health', tone: 'caution' },
  { from: 0, name: 'In poor health', tone: 'bad' },
] as const;

const bandOf = (health: number | null) =>
  health === null ? undefined : healthBands.find(({ from }) => health >= from);

/** A health in words, without its number. */
export function describeHealth(health: number | null): string {
  return bandOf(health)?.name ?? 'Health unknown';
}

/** How a health is coloured; never without its words. */
export function healthTone(health: number | null): 'good' | 'caution' | 'bad' | undefined {
  return bandOf(health)?.tone;
}
