import { MICROS_PER_DAY, type Micros } from '@/lib/time';

/** Maximum points of a criterion. */
const POINTS = 20;

export interface WeightInput {
  isDeprecated: boolean;
  description: string;
  downloads: number;
  forks: number;
  usage: number;
  stars: number;
  lastCommitAt: Micros | null;
  lastReleaseAt: Micros | null;
}

interface Criterion {
  name: string;
  points: (input: WeightInput, now: Micros) => number;
}

const isWithin = (days: number, time: Micros | null, now: Micros) =>
  time !== null && time <= now && now - time < days * MICROS_PER_DAY;

const commitSteps = [
  { days: 90, points: POINTS },
  { days: 182, points: POINTS / 2 },
  { days: 365, points: POINTS / 4 },
];

export const searchCriteria: Criterion[] = [
  { name: 'Not deprecated', points: (it) => (it.isDeprecated ? 0 : POINTS) },
  { name: 'Description', points: (input) => (input.description.trim() === '' ? 0 : POINTS) },
  { name: 'Downloads', points: (input) => Math.min(Math.trunc(input.downloads / 1000), POINTS) },
  { name: 'Forks', points: (it) => Math.min(it.forks, POINTS) },
  { name: 'Usage', points: (it) => Math.min(it.usage, POINTS) },
  { name: 'Stars', points: (it) => Math.min(it.stars, POINTS) },
  {
    name: 'Last commit',
    points: (input, now) =>
      commitSteps.find(({ days }) => isWithin(days, input.lastCommitAt, now))?.points ?? 0,
  },
  {
    name: 'Last release',
    points: (input, now) => (isWithin(365, input.lastReleaseAt, now) ? POINTS : 0),
  },
];

/** How well maintained and known a package is, 0 to 100: points earned as a share of the maximum. */
export function packageWeight(input: WeightInput, now: Micros): number {
  const sum = searchCriteria.reduce((total, it) => total + it.points(input, now), 0);
  return Math.trunc((sum / (searchCriteria.length * POINTS)) * 100);
}

interface GridWeightInput {
  isLocked: boolean;
  isHeader: boolean;
  hasPackages: boolean;
}

/** Five sixths of the best package's weight, minus one sixth for each of the three properties the grid lacks. */
export function gridWeight(input: GridWeightInput, bestPackage: number): number {
  const lacking = [input.isLocked, input.isHeader, input.hasPackages].filter((it) => !it).length;
  return Math.trunc((bestPackage * (5 - lacking)) / 6);
}
