import type { Micros, Precision } from '@/lib/time';

/** A package in a timeline; null means unknown. */
export interface TimesheetPackage {
  id: number;
  slug: string;
  title: string;
  isDeprecated: boolean;
  isArchived: boolean;
  /** When it was listed, here or on the site its record was imported from. */
  listedAt: Micros;
  /** The newest release, see lib/package/newest-release.ts. */
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

/** The first known activity of a project: its oldest known release, or its listing if earlier. */
interface Sign extends KnownDate {
  kind: 'release' | 'listing';
}

export interface TimesheetRow extends TimesheetPackage {
  /** Null if no activity before the last commit is known. */
  since: Sign | null;
  /** Releases with a known date, oldest first. */
  releases: KnownDate[];
  /** Number of known releases, with or without a date. */
  releaseCount: number;
}

/** Groups the versions, given oldest first, by package; packages keep their order. */
export function timesheetRows(
  packages: TimesheetPackage[],
  versions: TimesheetVersion[],
): TimesheetRow[] {
  const byPackage = new Map(packages.map(({ id }) => [id, new Array<TimesheetVersion>()]));
  for (const version of versions) byPackage.get(version.packageId)?.push(version);

  return packages.map((pkg) => {
    const own = byPackage.get(pkg.id) ?? [];
    const releases = own.flatMap(({ releasedAt, datePrecision }) =>
      releasedAt === null ? [] : { time: releasedAt, precision: datePrecision },
    );
    return { ...pkg, releases, releaseCount: own.length, since: firstSign(pkg, releases) };
  });
}

/**
 * The first known activity. The start of a project is unknown, but it existed by its oldest release and its listing. Returns null if that
 * is later than its last commit, or newest release if the last commit is unknown, since it then says nothing about the start.
 */
function firstSign(pkg: TimesheetPackage, releases: KnownDate[]): Sign | null {
  const oldest = releases[0];
  const listed: Sign = { kind: 'listing', time: pkg.listedAt, precision: 'time' };
  const first: Sign =
    oldest && oldest.time <= listed.time ? { kind: 'release', ...oldest } : listed;
  const end = pkg.lastCommitAt ?? releases.at(-1)?.time;
  return end !== undefined && first.time <= end ? first : null;
}
