import { asc, count, desc, eq, sql, type Column } from 'drizzle-orm';
import { prepared } from '../client';
import { categories, grids, memberships, packages, packageSupport, versions } from '../schema';

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

/** Whether the columns together hold each of the words, a JSON list. */
function holdsWords(...columns: Column[]) {
  const text = sql.join(columns, sql` || ' ' || `);
  return sql`not exists (
    select 1 from json_each(${sql.placeholder('words')}) as word
    where instr(lower(${text}), lower(word.value)) = 0
  )`;
}

/** More words narrow a search no further; they would only take time. */
const MAX_WORDS = 10;

function wordsOf(q: string): string {
  const words = new Set(q.toLowerCase().split(/\s+/));
  return JSON.stringify([...words].filter((word) => word !== '').slice(0, MAX_WORDS));
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

const packageHits = prepared((db) => {
  const python = db
    .select({ cycles: sql`ifnull(group_concat(${packageSupport.cycle}), '')` })
    .from(packageSupport)
    .where(
      sql`${packageSupport.packageId} = ${packages.id} and ${packageSupport.product} = 'python'`,
    );
  const rank = rankOf(packages.title, packages.slug);
  return db
    .select({
      ...figures,
      rank,
      title: packages.title,
      slug: packages.slug,
      category: categories.title,
      participants: packages.participants,
      requiresPython: packages.requiresPython,
      pythonVersions: sql`${python}`.mapWith((text: string) => text.split(',')),
      createdAt: packages.createdAt,
      modifiedAt: packages.modifiedAt,
    })
    .from(packages)
    .innerJoin(categories, eq(categories.id, packages.categoryId))
    .leftJoin(versions, eq(versions.id, packages.latestVersionId))
    .where(holdsWords(packages.title, packages.slug, packages.repoDescription))
    .orderBy(rank, desc(packages.repoWatchers), asc(packages.title), asc(packages.id))
    .limit(limit)
    .prepare();
});

/** The packages that a text finds, the best first, whatever their state. */
export function searchPackageRecords({ q, limit }: Search) {
  return packageHits().all({ q, words: wordsOf(q), limit });
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
  return gridHits().all({ q, words: wordsOf(q), limit });
}

const allFigures = prepared((db) =>
  db
    .select(figures)
    .from(packages)
    .leftJoin(versions, eq(versions.id, packages.latestVersionId))
    .prepare(),
);

/** The figures of every package, to weigh them all. */
export function listPackageFigures() {
  return allFigures().all();
}
