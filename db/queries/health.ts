import { asc, count, eq, isNull, lt, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { lastRelease } from '@/lib/package/newest-release';
import { DAY_ZONE, parseTime, type Micros } from '@/lib/time';
import { prepared, type Database } from '../client';
import { packages, pypiProjects, repositories, versions } from '../schema';
import { findCatalogueLoad } from './catalogue';
import { isInIds } from './conditions';
import { atPresent, hasCome } from './future';
import { supportOf } from './support';

const releases = z.array(
  z.object({
    lastReleaseNumber: z.string(),
    lastReleaseAt: z.number(),
    lastReleasePrecision: z.enum(['time', 'day', 'month']),
  }),
);

/** Up to 20 releases dated after lastReleaseAt and not in the future, latest first. */
const laterReleases = sql`(
  select json_group_array(json_object(
    'lastReleaseNumber', number, 'lastReleaseAt', released_at, 'lastReleasePrecision', date_precision
  )) from (
    select number, released_at, date_precision from versions
    where package_id = packages.id and not is_hidden
      and released_at > ifnull(packages.last_release_at, 0) and ${hasCome(versions.releasedAt)}
    order by released_at desc limit 20
  )
)`.mapWith((json: string) => releases.parse(JSON.parse(json)));

/** The inputs of a package's health score, and the stored result. */
const facts = {
  id: packages.id,
  isDeprecated: packages.isDeprecated,
  isArchived: packages.isArchived,
  repoUrl: packages.repoUrl,
  lastCommitAt: packages.lastCommitAt,
  commitsOver52: repositories.commitsOver52,
  commitsAsOf: packages.commitsAsOf,
  participants: repositories.participants,
  lastReleaseNumber: packages.lastReleaseNumber,
  lastReleaseAt: packages.lastReleaseAt,
  lastReleasePrecision: packages.lastReleasePrecision,
  laterReleases,
  latestVersionId: packages.latestVersionId,
  lastFetchedAt: packages.lastFetchedAt,
  documentationUrl: packages.documentationUrl,
  licence: packages.licence,
  djangoVersions: supportOf('django'),
  pythonVersions: supportOf('python'),
  requiresPython: pypiProjects.requiresPython,
  snapshotAt: packages.snapshotAt,
  stars: packages.repoWatchers,
  starsAt: packages.repoFiguresAt,
  usageCount: packages.usageCount,
  usageCountedAt: packages.usageCountedAt,
  downloadRank: packages.pypiDownloadRank,
  health: packages.health,
  healthAt: packages.healthAt,
  trend: packages.trend,
};

const select = (db: Database) =>
  db
    .select(facts)
    .from(packages)
    .innerJoin(repositories, eq(repositories.packageId, packages.id))
    .innerJoin(pypiProjects, eq(pypiProjects.packageId, packages.id));

const ofAll = prepared((db) => select(db).prepare());
const ofSome = prepared((db) => select(db).where(isInIds(packages.id)).prepare());

/** The health inputs of these packages, or of all. */
export function listHealthInputs(ids?: number[]) {
  const rows =
    ids === undefined
      ? ofAll().all(atPresent())
      : ofSome().all({ ids: JSON.stringify(ids), ...atPresent() });
  const compiledAt = parseTime(findCatalogueLoad()?.generated ?? '', DAY_ZONE) ?? null;
  return rows.map(({ latestVersionId, lastFetchedAt, laterReleases: later, ...row }) => {
    const isOnPypi = latestVersionId !== null;
    const releasesAsOf = isOnPypi ? latest(compiledAt, lastFetchedAt) : row.snapshotAt;
    return { ...row, ...lastRelease(row, later), releasesAsOf };
  });
}

/** The health inputs of one package. */
export function findHealthInput(id: number) {
  return listHealthInputs([id])[0];
}

/**
 * When PyPI was last queried for a package: the later of the catalogue's compilation, which covered all packages, and the package's own
 * last fetch. For packages not on PyPI, only repository tags are known.
 */
function latest(compiledAt: Micros | null, fetchedAt: Micros | null): Micros | null {
  return compiledAt === null ? fetchedAt : Math.max(compiledAt, fetchedAt ?? 0);
}

const due = prepared((db) =>
  db
    .select({ id: packages.id })
    .from(packages)
    .where(or(isNull(packages.healthAt), lt(packages.healthAt, sql.placeholder('time'))))
    .orderBy(asc(packages.id))
    .prepare(),
);

/** The ids of packages whose health was never stored, or was stored before the given time. */
export function listHealthBefore(time: Micros): number[] {
  return due()
    .all({ time })
    .map(({ id }) => id);
}

const byHealth = prepared((db) =>
  db
    .select({ health: packages.health, count: count() })
    .from(packages)
    .where(eq(packages.isActive, true))
    .groupBy(packages.health)
    .orderBy(asc(packages.health))
    .prepare(),
);

/** The number of active packages per health score; null is unknown. */
export function countByHealth() {
  return byHealth().all();
}
