import { Notice } from '@/components/layout/notice';
import { phaseOf, timeOfDay, type Release } from '@/lib/package/readiness';
import { DAY_ZONE, type Clock } from '@/lib/time';
import { describeDay } from '@/lib/text/wording';

interface PhaseNoticeProps {
  release: Release;
  clock: Clock;
}

/** Notice for a release that is past its end of life or not yet out; renders nothing while it gets security fixes. */
export function PhaseNotice({ release, clock }: PhaseNoticeProps) {
  const dayOf = (day: string) => describeDay(timeOfDay(day), DAY_ZONE);
  switch (phaseOf(release, clock.now)) {
    case 'coming':
      return (
        <Notice>
          {release.title} is not released yet; it is planned for {dayOf(release.releasedAt)}.
        </Notice>
      );
    case 'ended':
      return (
        <Notice tone="bad">
          {release.title} has reached end of life: security fixes ended on{' '}
          {dayOf(release.endOfLife)}. Use a newer version.
        </Notice>
      );
    case 'supported':
      return null;
  }
}
