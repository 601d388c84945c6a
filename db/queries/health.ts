import { asc, count, eq, isNull, lt, or, sql } from 'drizzle-orm';
import { DAY_ZONE, parseTime, type Micros } from '@/lib/time';
import { prepared, type Database } from '../client';
import { packages } from '../schema';
import { findCatalogueLoad } from './catalogue';
import { isAmong } from './conditions';
import { supportOf } from './support';

/** What the health of a package is judged by, and what it was found to be. */
const facts = {
  id: packages.id,
  isDeprecated: packages.isDeprecated,
  isArchived: packages.isArchived,
  repoUrl: packages.repoUrl,
  lastCommitAt: packages.lastCommitAt,
  commitsOver52: packages.commitsOver52,
  commitsAsOf: packages.commitsAsOf,
  participants: packages.participants,
  lastReleaseNumber: packages.lastReleaseNumber,
  lastReleaseAt: packages.lastReleaseAt,
  lastReleasePrecision: packages.lastReleasePrecision,
  latestVersionId: packages.latestVersionId,
  lastFetchedAt: packages.lastFetchedAt,
  documentationUrl: packages.documentationUrl,
  licence: packages.licence,
  djangoVersions: supportOf('django'),
  pythonVersions: supportOf('python'),
  requiresPython: packages.requiresPython,
  snapshotAt: packages.snapshotAt,
  stars: packages.repoWatchers,
  starsAt: packages.repoFiguresAt,
  usageCount: packages.usageCount,
  usageCountedAt: packages.usageCountedAt,
  downloadRank: packages.pypiDownloadRank,
  health: packages.health,
  healthAt: packages.healthAt,
};

const select = (db: Database) => db.select(facts).from(packages);

const ofAll = prepared((db) => select(db).prepare());
const ofSome = prepared((db) => select(db).where(isAmong(packages.id)).prepare());

/** What the health of some packages is judged by, or of all. */
export function listHealthFacts(ids?: number[]) {
  const rows = ids === undefined ? ofAll().all() : ofSome().all({ ids: JSON.stringify(ids) });
  const compiledAt = parseTime(findCatalogueLoad()?.generated ?? '', DAY_ZONE) ?? null;
  return rows.map(({ latestVersionId, lastFetchedAt, ...row }) => {
    const isOnPypi = latestVersionId !== null;
    const releasesAsOf = isOnPypi ? latest(compiledAt, lastFetchedAt) : row.snapshotAt;
    return { ...row, releasesAsOf };
  });
}

/** What the health of one package is judged by. */
export function findHealthFacts(id: number) {
  return listHealthFacts([id])[0];
}

/**
 * PyPI was asked for all packages when the catalogue was compiled, and for one of them when it was last fetched; of one that is not
 * there only the tags of its repository are known.
 */
function latest(compiledAt: Micros | null, fetchedAt: Micros | null): Micros | null {
  return compiledAt === null ? fetchedAt : Math.max(compiledAt, fetchedAt ?? 0);
}

const due = prepared((db) =>
  db
    .select({ count: count() })
    .from(packages)
    .where(or(isNull(packages.healthAt), lt(packages.healthAt, sql.placeholder('time'))))
    .prepare(),
);

/** How many packages were last judged before a time, or never. */
export function countHealthBefore(time: number): number {
  return due().get({ time })?.count ?? 0;
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

/** How many active packages have each health; null is unknown. */
export function countByHealth() {
  return byHealth().all();
}
