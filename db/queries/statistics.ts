import { asc, count, desc, eq, sql, type SQL } from 'drizzle-orm';
import type { Micros } from '@/lib/time';
import { prepared, type Database } from '../client';
import { gridPackages, grids, packages, pypiProjects, repositories, versions } from '../schema';
import { atPresent, hasCome } from './future';

/**
 * Counts over the whole catalogue. They read a lot, so each uses a covering index if there is one. Groupings of tens of thousands of values
 * are read as one JSON string and counted in JavaScript, which takes a quarter of the time SQLite needs to sort them.
 */

/** Doesn't check the elements: SQLite wrote them as the schema says, and checking some 100,000 values takes longer than counting them. */
const isListOf = <Value>(value: unknown): value is Value[] => Array.isArray(value);

function readList<Value>(json: string): Value[] {
  const list: unknown = JSON.parse(json);
  return isListOf<Value>(list) ? list : [];
}

// Any index that starts with is_active works; without the hint, SQLite reads all rows to count inactive packages.
const ofPackages = (condition: SQL) =>
  sql<number>`(select count(*) from packages indexed by packages_title where ${condition})`;

const totals = prepared((db) =>
  db
    .select({
      active: ofPackages(sql`is_active = 1`),
      archived: ofPackages(sql`is_active = 0 and is_archived`),
      deprecated: ofPackages(sql`is_active = 0 and is_deprecated`),
      versions: sql<number>`(select count(*) from versions)`,
    })
    .from(sql`(select 1)`)
    .prepare(),
);

/** The number of packages in each state, and of known releases. */
export function countStates() {
  return totals().get() ?? { active: 0, archived: 0, deprecated: 0, versions: 0 };
}

/**
 * The number of active packages per value: all packages, counted in the value's index, minus the inactive ones. Those are few, while
 * checking whether each package is active would read every row.
 */
const sizesBy = (db: Database, value: SQL) =>
  db
    .select({ value: sql<string | null>`value`, count: sql<number>`sum(size)` })
    .from(
      sql`(
        select ${value} as value, count(*) as size from packages group by 1
        union all
        select ${value}, -count(*) from packages where is_active = 0 group by 1
      )`,
    )
    .groupBy(sql`value`)
    .having(sql`sum(size) > 0`)
    .orderBy(sql`sum(size) desc`, sql`value`)
    .prepare();

const byLicence = prepared((db) => sizesBy(db, sql`licence`));

/** The number of active packages per licence (null if unknown), most used first. */
export function listLicenseSizes() {
  return byLicence().all();
}

/** The part of the URL between `//` and the next `/`. */
const domain = sql`substr(
  repo_url, instr(repo_url, '//') + 2, instr(substr(repo_url, instr(repo_url, '//') + 2) || '/', '/') - 1
)`;

const byHost = prepared((db) => sizesBy(db, domain));

/** The number of active packages per repository domain (null if there is no repository), most used first. */
export function listHostSizes() {
  return byHost().all();
}

const byStatus = prepared((db) =>
  db
    .select({ status: pypiProjects.developmentStatus, count: count() })
    .from(packages)
    .innerJoin(pypiProjects, eq(pypiProjects.packageId, packages.id))
    // The status isn't indexed. The unary plus keeps SQLite from fetching rows one by one in the order of another index.
    .where(sql`+${packages.isActive} = 1`)
    .groupBy(pypiProjects.developmentStatus)
    .prepare(),
);

/** The number of active packages per development status (null if unknown). */
export function listStatusSizes() {
  return byStatus().all();
}

const bySupport = prepared((db) =>
  db
    .select({
      product: sql<'django' | 'python'>`product`,
      cycle: sql<string>`cycle`,
      count: sql<number>`sum(size)`,
    })
    .from(
      // Same approach as sizesBy. SQLite keeps the order of a cross join.
      sql`(
        select product, cycle, count(*) as size from package_support group by 1, 2
        union all
        select product, cycle, -count(*) from packages
          cross join package_support on package_id = packages.id
          where is_active = 0 group by 1, 2
      )`,
    )
    .groupBy(sql`product`, sql`cycle`)
    .having(sql`sum(size) > 0`)
    .prepare(),
);

/** The number of active packages that declare each release of Django and Python. */
export function listSupportSizes() {
  return bySupport().all();
}

const MICROS_PER_DAY = sql.raw('86400000000');

const releaseDays = prepared((db) =>
  db
    .select({
      days: sql`json_group_array(${versions.releasedAt} / ${MICROS_PER_DAY})`.mapWith(
        readList<number>,
      ),
    })
    .from(versions)
    .where(hasCome(versions.releasedAt))
    .prepare(),
);

/** The dates of all known releases up to now, in days since 1970-01-01; counted in JavaScript, like the contributors. */
export function listReleaseDays(): number[] {
  return releaseDays().get(atPresent())?.days ?? [];
}

const since = prepared((db) =>
  db
    .select({
      count: sql<number>`(
        select count(*) from packages where is_active = 1 and last_commit_at between time.value and ${sql.placeholder('now')}
      )`,
    })
    .from(sql`json_each(${sql.placeholder('times')}) as time`)
    .prepare(),
);

/** For each time, the number of active packages whose last commit is at or after it and not in the future. */
export function listCommittedSince(times: Micros[]): number[] {
  return since()
    .all({ times: JSON.stringify(times), ...atPresent() })
    .map((row) => row.count);
}

const size = sql<number>`(select count(*) from grid_packages where grid_id = grids.id)`;

const bySize = prepared((db) =>
  db
    .select({ size, count: count() })
    .from(grids)
    .groupBy(sql`1`)
    .prepare(),
);

/** The number of grids per number of packages. */
export function listGridSizes() {
  return bySize().all();
}

const largest = prepared((db) => {
  const sizes = db
    .select({ gridId: gridPackages.gridId, size: count().as('size') })
    .from(gridPackages)
    .groupBy(gridPackages.gridId)
    .as('largest');
  return db
    .select({ slug: grids.slug, title: grids.title, packageCount: sizes.size })
    .from(sizes)
    .innerJoin(grids, eq(grids.id, sizes.gridId))
    .orderBy(desc(sizes.size), asc(grids.title))
    .limit(sql.placeholder('limit'))
    .prepare();
});

/** The grids with the most packages. */
export function listLargestGrids(limit: number) {
  return largest().all({ limit });
}

const participation = prepared((db) =>
  db
    .select({
      domains: sql`json_group_array(${domain})`.mapWith(readList<string | null>),
      participants: sql`'[' || group_concat(participants) || ']'`.mapWith(readList<string[]>),
    })
    .from(packages)
    .innerJoin(repositories, eq(repositories.packageId, packages.id))
    .where(sql`+${packages.isActive} = 1`)
    .prepare(),
);

/** The contributors of each active package, with the domain of its repository. */
export function listParticipants() {
  const { domains = [], participants = [] } = participation().get() ?? {};
  return domains.map((name, index) => ({ domain: name, participants: participants[index] ?? [] }));
}
