import type { Package } from '@/db/schema';
import { MICROS_PER_DAY, type Micros, type Precision } from '@/lib/time';
import { compareVersions, isFinal, isReadable } from './versions';

interface Release {
  number: string;
  releasedAt: Micros | null;
  datePrecision: Precision;
  /** Whether it is on PyPI; pip can't install it otherwise. */
  isOnPypi: boolean;
  isHidden: boolean;
}

/**
 * The newest release of a package, as used by pages, lists, badges, feeds and the API: the highest version by PEP 440, regardless of date.
 * Final releases are preferred to pre-releases, and releases on PyPI to mere tags, since pip can't install a tag and some repositories
 * have tags that only look higher, such as `4.4` for 0.4.4. Ignores hidden releases and versions that aren't valid PEP 440, so a package
 * with no others has no newest release.
 */
export function newestRelease(releases: Release[]) {
  const [newest] = releases
    .filter(({ number, isHidden }) => !isHidden && isReadable(number))
    .toSorted((a, b) => rankOf(b) - rankOf(a) || compareVersions(b.number, a.number));
  return {
    lastReleaseNumber: newest?.number ?? null,
    lastReleaseAt: newest?.releasedAt ?? null,
    lastReleasePrecision: newest?.datePrecision ?? ('time' as const),
  };
}

const rankOf = ({ number, isOnPypi }: Release) => 2 * Number(isFinal(number)) + Number(isOnPypi);

type DatedRelease = Pick<Package, 'lastReleaseNumber' | 'lastReleaseAt' | 'lastReleasePrecision'>;

/**
 * The most recently published release, which shows whether a project still publishes: the newest one, or a later final release of an
 * older line, such as 4.2.9 after 5.0. `later` are the releases after the newest one, latest first. A release dated to the month counts
 * as published at the month's end.
 */
export function lastRelease(newest: DatedRelease, later: DatedRelease[]): DatedRelease {
  if (newest.lastReleaseNumber === null) return newest;
  const end = latestTime(newest);
  const fix = later.find(({ lastReleaseNumber }) => isFinal(lastReleaseNumber ?? ''));
  return fix && latestTime(fix) > end ? fix : newest;
}

function latestTime({ lastReleaseAt, lastReleasePrecision }: DatedRelease): Micros {
  return (lastReleaseAt ?? 0) + (lastReleasePrecision === 'month' ? 30 * MICROS_PER_DAY : 0);
}

interface NumberedRelease {
  number: string;
  releasedAt: Micros | null;
}

/** For Array.sort: highest version first, equal versions by date; versions that aren't valid PEP 440 come last, latest first. */
export function byVersion(a: NumberedRelease, b: NumberedRelease): number {
  const byDate = (b.releasedAt ?? 0) - (a.releasedAt ?? 0);
  const areReadable = isReadable(a.number) || isReadable(b.number);
  return areReadable
    ? compareVersions(b.number, a.number) || byDate
    : byDate || compareVersions(b.number, a.number);
}
