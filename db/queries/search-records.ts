import { asc, count, desc, eq, sql, type Column } from 'drizzle-orm';
import type { Micros } from '@/lib/time';
import { prepared, type Database } from '../client';
import { categories, grids, memberships, packages, packageSupport, versions } from '../schema';
import { holdsWords, searchPatterns } from './conditions';

/** What the API's search finds. It reads every title, slug and description, which is quick for some thousands. */

const limit = sql.placeholder('limit');

interface Search {
  q: string;
  limit: number;
}

/** How well a record's name answers: 0 it is the text, 1 it begins with it, 2 something else holds the words. */
function rankOf(title: Column, slug: Column) {
  const q = sql`lower(${sql.placeholder('q')})`;
  return sql`case
    when lower(${title}) = ${q} or lower(${slug}) = ${q} then 0
    when instr(lower(${title}), ${q}) = 1 or instr(lower(${slug}), ${q}) = 1 then 1
    else 2 end`.mapWith(Number);
}

/** What weighs in a package's favour. */
const figures = {
  isDeprecated: packages.isDeprecated,
  description: packages.repoDescription,
  forks: packages.repoForks,
  usage: packages.usageCount,
  stars: packages.repoWatchers,
  lastCommitAt: packages.lastCommitAt,
  lastReleaseAt: versions.releasedAt,
};

/** The best hits without what is shown of them, which is read for these alone. */
function bestPackages(db: Database) {
  const rank = rankOf(packages.title, packages.slug);
  return db
    .select({ id: packages.id, rank: rank.as('rank') })
    .from(packages)
    .where(holdsWords(packages.title, packages.slug, packages.repoDescription))
    .orderBy(rank, desc(packages.repoWatchers), asc(packages.title), asc(packages.id))
    .limit(limit)
    .as('best');
}

const packageHits = prepared((db) => {
  const best = bestPackages(db);
  const python = db
    .select({ cycles: sql`ifnull(group_concat(${packageSupport.cycle}), '')` })
    .from(packageSupport)
    .where(
      sql`${packageSupport.packageId} = ${packages.id} and ${packageSupport.product} = 'python'`,
    );
  return db
    .select({
      ...figures,
      rank: best.rank,
      title: packages.title,
      slug: packages.slug,
      category: categories.title,
      participants: packages.participants,
      requiresPython: packages.requiresPython,
      pythonVersions: sql`${python}`.mapWith((text: string) => text.split(',')),
      createdAt: packages.createdAt,
      modifiedAt: packages.modifiedAt,
    })
    .from(best)
    .innerJoin(packages, eq(packages.id, best.id))
    .innerJoin(categories, eq(categories.id, packages.categoryId))
    .leftJoin(versions, eq(versions.id, packages.latestVersionId))
    .orderBy(asc(best.rank), desc(packages.repoWatchers), asc(packages.title), asc(packages.id))
    .prepare();
});

/** The packages that a text finds, the best first, whatever their state. */
export function searchPackageRecords({ q, limit }: Search) {
  return packageHits().all({ q, patterns: searchPatterns(q.toLowerCase()), limit });
}

const gridHits = prepared((db) => {
  const rank = rankOf(grids.title, grids.slug);
  return db
    .select({
      rank,
      title: grids.title,
      slug: grids.slug,
      description: grids.description,
      isLocked: grids.isLocked,
      isHeader: grids.isHeader,
      packages: count(memberships.id),
      createdAt: grids.createdAt,
      modifiedAt: grids.modifiedAt,
    })
    .from(grids)
    .leftJoin(memberships, eq(memberships.gridId, grids.id))
    .where(holdsWords(grids.title, grids.slug, grids.description))
    .groupBy(grids.id)
    .orderBy(rank, asc(grids.title), asc(grids.id))
    .limit(limit)
    .prepare();
});

/** The grids that a text finds, the best first. */
export function searchGridRecords({ q, limit }: Search) {
  return gridHits().all({ q, patterns: searchPatterns(q.toLowerCase()), limit });
}

const bestKnown = prepared((db) =>
  db
    .select(figures)
    .from(packages)
    .leftJoin(versions, eq(versions.id, packages.latestVersionId))
    .orderBy(
      desc(packages.isActive),
      desc(packages.repoWatchers),
      desc(packages.title),
      desc(packages.id),
    )
    .limit(limit)
    .offset(sql.placeholder('offset'))
    .prepare(),
);

/** The figures of packages, to weigh them, a part at a time: the active ones first, of these the best known. */
export function listPackageFigures(slice: { limit: number; offset: number }) {
  return bestKnown().all(slice);
}

const newestCommit = prepared((db) => {
  const among = (isActive: number) =>
    sql`(select max(last_commit_at) from packages where is_active = ${sql.raw(String(isActive))})`;
  return db
    .select({ time: sql<number>`max(ifnull(${among(1)}, 0), ifnull(${among(0)}, 0))` })
    .from(sql`(select 1)`)
    .prepare();
});

/** When any package last changed; long ago where that is unknown of all. */
export function findNewestCommit(): Micros {
  return newestCommit().get()?.time ?? 0;
}
