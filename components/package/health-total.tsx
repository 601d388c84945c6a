import { Day } from '@/components/text/age';
import { ENOUGH_POINTS, type HealthReport } from '@/lib/scoring/health';
import type { Clock, Micros } from '@/lib/time';
import { HealthState } from './health-state';

interface HealthTotalProps {
  /** The stored value, which lists sort by. */
  health: number | null;
  healthAt: Micros | null;
  report: HealthReport;
  clock: Clock;
}

/** Health score of a package, and the sum behind it. */
export function HealthTotal({ health, healthAt, report, clock }: HealthTotalProps) {
  const { met, known } = report;
  return (
    <div className="mt-2 mb-4 max-w-prose">
      <div className="text-lead">
        <HealthState health={health} />
      </div>
      <p className="mt-2">
        {health === null
          ? `Only ${known} of 100 points are known; at least ${ENOUGH_POINTS} are needed for a score.`
          : `${met} of ${known} known points: 100 × ${met} / ${known} = ${health}.`}{' '}
        <span className="text-quiet">
          Calculated on <Day time={healthAt} precision="time" clock={clock} />.
        </span>
      </p>
    </div>
  );
}
