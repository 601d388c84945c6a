import { and, asc, count, desc, eq, sql, type SQL } from 'drizzle-orm';
import { recentCycles, type Cycle, type Product } from '@/lib/package/cycles';
import { timeOfDay, type Answer } from '@/lib/package/readiness';
import {
  fieldOf,
  readinessSortFields,
  type ReadinessSort,
  type ReadinessSortField,
} from '@/lib/list/sort-orders';
import type { Micros } from '@/lib/time';
import { prepared, preparedFor } from '../client';
import { categories, packages } from '../schema';
import { isInIds } from './conditions';
import { atPresent, pastOnly, preparedBySort, type SortVariant } from './future';
import { supportOf } from './support';

const product = sql.placeholder('product');
const category = sql.placeholder('category');
const says = sql.placeholder('says');

const named = sql`select 1 from package_support
  where package_id = ${packages.id} and product = ${product}`;

/**
 * Same as on djangopackages.org: yes if the classifiers name the release, no if they name only other releases, otherwise unknown.
 * Classifiers read before the release came out could not name it, so they don't count as no.
 */
const answer = sql<Answer>`case
  when exists (${named} and cycle = ${sql.placeholder('cycle')}) then 'yes'
  when ${packages.snapshotAt} >= ${sql.placeholder('releasedAt')} and exists (${named}) then 'no'
  else 'unknown' end`;

/** Active packages, optionally only those found by a search or in a category. */
const isListed = (isFound: boolean) =>
  and(
    eq(packages.isActive, true),
    isFound ? isInIds(packages.id) : undefined,
    sql`(${category} = '' or ${categories.slug} = ${category})`,
  );

const columns: Record<ReadinessSortField, SQL> = {
  title: sql`${packages.title}`,
  repo_watchers: sql`${packages.repoWatchers}`,
  last_released: sql`${packages.lastReleaseAt}`,
  health: sql`${packages.health}`,
};

/** Nulls sort last in both directions; ties are broken by title, then id, so pages never overlap. */
function orderOf({ sort, isPastFirst }: SortVariant<ReadinessSort>): SQL[] {
  const known = columns[fieldOf(readinessSortFields, sort) ?? 'title'];
  const column = isPastFirst ? pastOnly(known) : known;
  const order = sort.startsWith('-') ? desc(column) : sql`${column} asc nulls last`;
  return [order, asc(packages.title), asc(packages.id)];
}

const pageOf = (isFound: boolean) =>
  preparedBySort((db, variant: SortVariant<ReadinessSort>) =>
    db
      .select({
        slug: packages.slug,
        title: packages.title,
        description: packages.repoDescription,
        answer,
        cycles: supportOf(product),
        readAt: packages.snapshotAt,
        isDeprecated: packages.isDeprecated,
        isArchived: packages.isArchived,
        lastCommitAt: packages.lastCommitAt,
        commitsAsOf: packages.commitsAsOf,
        stars: packages.repoWatchers,
        starsAt: packages.repoFiguresAt,
        lastReleaseNumber: packages.lastReleaseNumber,
        lastReleaseAt: packages.lastReleaseAt,
        lastReleasePrecision: packages.lastReleasePrecision,
        health: packages.health,
      })
      .from(packages)
      .innerJoin(categories, eq(categories.id, packages.categoryId))
      .where(and(isListed(isFound), sql`(${says} = '' or ${answer} = ${says})`))
      .orderBy(...orderOf(variant))
      .limit(sql.placeholder('limit'))
      .offset(sql.placeholder('offset'))
      .prepare(),
  );

const pages = { all: pageOf(false), found: pageOf(true) };

const counts = preparedFor((db, isFound: boolean) =>
  db
    .select({ answer, count: count() })
    .from(packages)
    .innerJoin(categories, eq(categories.id, packages.categoryId))
    .where(isListed(isFound))
    .groupBy(sql`1`)
    .prepare(),
);

/** The release to check, and the packages to check it for. */
export interface ReadinessFilter {
  product: Product;
  cycle: string;
  releasedAt: Micros;
  /** Ids of the packages found by a search; undefined for all. */
  ids?: number[] | undefined;
  /** Category slug; empty for all. */
  category: string;
}

export type ReadyPackage = ReturnType<typeof listReadiness>[number];

/** A page of active packages with their support for a release, optionally only those with one answer. */
export function listReadiness(
  { ids, ...filter }: ReadinessFilter & { says: Answer | '' },
  sort: ReadinessSort,
  slice: { limit: number; offset: number },
) {
  const statement = ids ? pages.found(sort) : pages.all(sort);
  return statement.all({ ...filter, ...atPresent(), ids: JSON.stringify(ids), ...slice });
}

/** The number of active packages per answer for a release. */
export function countReadiness({ ids, ...filter }: ReadinessFilter): Record<Answer, number> {
  const rows = counts(ids !== undefined).all({ ...filter, ids: JSON.stringify(ids) });
  const of = (key: Answer) => rows.find((row) => row.answer === key)?.count ?? 0;
  return { yes: of('yes'), no: of('no'), unknown: of('unknown') };
}

const release = (key: string) => sql`json_extract(release.value, ${sql.raw(`'$.${key}'`)})`;

const declaring = prepared((db) =>
  db
    .select({
      cycle: sql<string>`${release('cycle')}`,
      count: count(),
      readCount: sql<number>`sum(ifnull(${packages.snapshotAt} >= ${release('releasedAt')}, 0))`,
    })
    // SQLite keeps the order of a cross join.
    .from(
      sql`json_each(${sql.placeholder('releases')}) as release
        cross join package_support as support
          on support.product = ${product} and support.cycle = ${release('cycle')}
        cross join packages on packages.id = support.package_id`,
    )
    .where(sql`+${packages.isActive} = 1`)
    .groupBy(sql`release.key`)
    .prepare(),
);

const readTimes = prepared((db) =>
  db
    .select({ times: sql`json_group_array(${packages.snapshotAt})`.mapWith(readNumbers) })
    .from(packages)
    // Almost all are active: the unary plus keeps SQLite from fetching them one by one in the order of an index.
    .where(sql`+${packages.isActive} = 1 and exists (${named})`)
    .prepare(),
);

function readNumbers(json: string): number[] {
  const times: unknown = JSON.parse(json);
  return Array.isArray(times) ? times.filter((time) => typeof time === 'number') : [];
}

/**
 * The recent releases of a product, oldest first, each with the number of active packages per answer, out of `total`. Same as
 * countReadiness for each release, but reads the packages only once.
 */
export function listReadinessCounts(
  productKey: Product,
  total: number,
): (Cycle & { counts: Record<Answer, number> })[] {
  const cycles = recentCycles[productKey].map((it) => ({ ...it, time: timeOfDay(it.releasedAt) }));
  const releases = cycles.map(({ cycle, time }) => ({ cycle, releasedAt: time }));
  const rows = declaring().all({ product: productKey, releases: JSON.stringify(releases) });
  const times = readTimes().get({ product: productKey })?.times ?? [];
  return cycles.map(({ time, ...it }) => {
    const { count: yes = 0, readCount = 0 } = rows.find((row) => row.cycle === it.cycle) ?? {};
    const no = times.filter((read) => read >= time).length - readCount;
    return { ...it, counts: { yes, no, unknown: total - yes - no } };
  });
}
