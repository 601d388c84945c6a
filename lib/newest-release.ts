import { MICROS_PER_DAY, type Micros } from './time';
import { isPreRelease } from './versions';

interface Dated {
  number: string;
  releasedAt: Micros | null;
  datePrecision: 'time' | 'day' | 'month';
  isHidden: boolean;
}

/** The newest release: no pre-release where there is any other, and one known to the month counts as of its last day. */
export function newestRelease(versions: Dated[]) {
  const latestTime = ({ releasedAt, datePrecision }: Dated) =>
    (releasedAt ?? 0) + (datePrecision === 'month' ? 30 * MICROS_PER_DAY : 0);
  const dated = versions.filter(({ releasedAt, isHidden }) => releasedAt !== null && !isHidden);
  const final = dated.filter(({ number }) => !isPreRelease(number));
  const [newest] = (final.length > 0 ? final : dated).toSorted(
    (a, b) => latestTime(b) - latestTime(a),
  );
  return {
    lastReleaseNumber: newest?.number ?? null,
    lastReleaseAt: newest?.releasedAt ?? null,
    lastReleasePrecision: newest?.datePrecision ?? ('time' as const),
  };
}
