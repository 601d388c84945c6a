import type { Micros, Precision } from '@/lib/time';

/** What a time sheet knows of a package; null is unknown. */
export interface TimesheetPackage {
  id: number;
  slug: string;
  title: string;
  isDeprecated: boolean;
  isArchived: boolean;
  /** When it was listed, here or on the site that its record comes from. */
  listedAt: Micros;
  /** The newest release that is no pre-release. */
  lastReleaseAt: Micros | null;
  lastReleasePrecision: Precision;
  lastCommitAt: Micros | null;
  commitsAsOf: Micros | null;
}

export interface TimesheetVersion {
  packageId: number;
  releasedAt: Micros | null;
  datePrecision: Precision;
}

export interface KnownDate {
  time: Micros;
  precision: Precision;
}

/** The earliest sign of a project: its oldest known release, or its listing where that was earlier. */
interface Sign extends KnownDate {
  kind: 'release' | 'listing';
}

export interface TimesheetRow extends TimesheetPackage {
  /** Null where nothing is known from before the last commit. */
  since: Sign | null;
  /** The releases whose date is known, oldest first. */
  releases: KnownDate[];
  /** How many releases are known, with a date or without. */
  releaseCount: number;
}

/** Puts the versions of a grid's packages, oldest first, to their packages, which keep their order. */
export function timesheetRows(
  packages: TimesheetPackage[],
  versions: TimesheetVersion[],
): TimesheetRow[] {
  const byPackage = new Map(packages.map(({ id }) => [id, new Array<TimesheetVersion>()]));
  for (const version of versions) byPackage.get(version.packageId)?.push(version);

  return packages.map((it) => {
    const own = byPackage.get(it.id) ?? [];
    const releases = own.flatMap(({ releasedAt, datePrecision }) =>
      releasedAt === null ? [] : { time: releasedAt, precision: datePrecision },
    );
    return { ...it, releases, releaseCount: own.length, since: firstSign(it, releases) };
  });
}

/**
 * Nobody has told us when a project began, only when it was there already: when a release came out, and when somebody listed it. A
 * sign later than all that is known to have happened since says nothing of the beginning.
 */
function firstSign(it: TimesheetPackage, releases: KnownDate[]): Sign | null {
  const oldest = releases[0];
  const listed: Sign = { kind: 'listing', time: it.listedAt, precision: 'time' };
  const first: Sign =
    oldest && oldest.time <= listed.time ? { kind: 'release', ...oldest } : listed;
  const end = it.lastCommitAt ?? releases.at(-1)?.time;
  return end !== undefined && first.time <= end ? first : null;
}
