import type { Clock } from '@/lib/time';
import { standingOf, type StandingFacts } from '@/lib/warnings';

interface StandingProps {
  it: StandingFacts;
  clock: Clock;
}

/** Says that a package is deprecated, archived or unmaintained; says nothing of any other. */
export function Standing({ it, clock }: StandingProps) {
  const standing = standingOf(it, clock);
  if (!standing) return null;
  return (
    <span
      data-tone={standing.tone}
      className="text-caption font-normal text-caution data-[tone=bad]:text-bad"
    >
      {standing.word}
    </span>
  );
}
