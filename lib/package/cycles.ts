import { DAY_ZONE, formatDay, type Micros } from '@/lib/time';
import { compareVersions } from './versions';

export type Product = 'django' | 'python';

/** A release cycle, such as Django 5.2, with security fixes until a published day. Days are written as `2026-04-07`. */
export interface Cycle {
  cycle: string;
  /** Day of its first final release. */
  releasedAt: string;
  /** Last day of security fixes; the last day of the month if only the month is published. */
  endOfLife: string;
  isLts: boolean;
}

const lts = (cycle: string, releasedAt: string, endOfLife: string): Cycle => ({
  ...regular(cycle, releasedAt, endOfLife),
  isLts: true,
});

function regular(cycle: string, releasedAt: string, endOfLife: string): Cycle {
  return { cycle, releasedAt, endOfLife, isLts: false };
}

/**
 * Release cycles that are still relevant, oldest first: Django since 3.2 (the last 3.x LTS), Python since 3.9. Days are from
 * endoflife.date and Python's release-cycle.json; the release days of Django 6.1 and Python 3.15 are from their schedules.
 */
export const recentCycles: Record<Product, readonly Cycle[]> = {
  django: [
    lts('3.2', '2021-04-06', '2024-04-01'),
    regular('4.0', '2021-12-07', '2023-04-01'),
    regular('4.1', '2022-08-03', '2023-12-01'),
    lts('4.2', '2023-04-03', '2026-04-07'),
    regular('5.0', '2023-12-04', '2025-04-02'),
    regular('5.1', '2024-08-07', '2025-12-03'),
    lts('5.2', '2025-04-02', '2028-04-30'),
    regular('6.0', '2025-12-03', '2027-04-30'),
    regular('6.1', '2026-08-05', '2027-12-31'),
  ],
  python: [
    regular('3.9', '2020-10-05', '2025-10-31'),
    regular('3.10', '2021-10-04', '2026-10-31'),
    regular('3.11', '2022-10-24', '2027-10-31'),
    regular('3.12', '2023-10-02', '2028-10-31'),
    regular('3.13', '2024-10-07', '2029-10-31'),
    regular('3.14', '2025-10-07', '2030-10-31'),
    regular('3.15', '2026-10-01', '2031-10-31'),
  ],
};

/** Cycles that are released and still get security fixes at a given time, oldest first. */
export function supportedCycles(product: Product, now: Micros): Cycle[] {
  const today = formatDay(now, DAY_ZONE);
  return recentCycles[product].filter(
    ({ releasedAt, endOfLife }) => releasedAt <= today && today <= endOfLife,
  );
}

/** A product's recent cycles and any older ones that a package declares, each with whether the package declares it. */
export function declaredCycles(product: Product, named: string[]) {
  const recent = recentCycles[product].map(({ cycle }) => cycle);
  const cycles = [...new Set([...recent, ...named])].sort(compareVersions);
  return cycles.map((cycle) => ({ cycle, isNamed: named.includes(cycle) }));
}
