import { Day } from '@/components/text/age';
import { timeOfDay, type Release } from '@/lib/package/readiness';
import type { Clock } from '@/lib/time';

interface ReleaseFactsProps {
  release: Release;
  clock: Clock;
}

/** Release date, and how long the release gets security fixes. */
export function ReleaseFacts({
  release: { releasedAt, endOfLife, isLts },
  clock,
}: ReleaseFactsProps) {
  return (
    <p className="mt-1 max-w-prose">
      Released <Day time={timeOfDay(releasedAt)} precision="day" clock={clock} />
      {isLts && ', with long-term support'}; security fixes until{' '}
      <Day time={timeOfDay(endOfLife)} precision="day" clock={clock} />.
    </p>
  );
}
