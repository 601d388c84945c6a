import { Day } from '@/components/text/age';
import { describeHealth, ENOUGH_POINTS, healthTone, type HealthReport } from '@/lib/scoring/health';
import type { Clock, Micros } from '@/lib/time';

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
      <p
        data-tone={healthTone(health)}
        className="text-lead font-heading data-[tone=bad]:text-bad data-[tone=caution]:text-caution data-[tone=good]:text-good"
      >
        {describeHealth(health)}
        {health !== null && `: ${health} of 100`}
      </p>
      <p>
        {health === null
          ? `Only ${known} of 100 points are known, and a number takes ${ENOUGH_POINTS} of them: `
          : `It has ${met} of the ${known} points that are known: 100 × ${met} / ${known} = ${health}. `}
        {health === null &&
          'with fewer it would tell what we happen to know, not how the package is. '}
        Judged on <Day time={healthAt} precision="time" clock={clock} />.
      </p>
    </div>
  );
}
