import { asc, count, desc, eq, isNotNull, sql, type SQL } from 'drizzle-orm';
import type { Micros } from '@/lib/time';
import { prepared, type Database } from '../client';
import { grids, memberships, packages, versions } from '../schema';

/**
 * Counts of the whole catalogue. They read much, so each keeps to an index where one has what it needs. What must be grouped by the
 * ten thousand comes as one JSON text and is counted in JavaScript, which takes a quarter of the time that SQLite takes to sort it.
 */

/** SQLite wrote the list, of what the schema says; to look at each of some hundred thousand values again would take longer than to count them. */
const isListOf = <Value>(value: unknown): value is Value[] => Array.isArray(value);

function readList<Value>(json: string): Value[] {
  const list: unknown = JSON.parse(json);
  return isListOf<Value>(list) ? list : [];
}

// Any index that begins with the state would do, but SQLite would rather read all rows for those out of use.
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

/** How many packages are in each state, and how many releases of them are known. */
export function countStates() {
  return totals().get() ?? { active: 0, archived: 0, deprecated: 0, versions: 0 };
}

/**
 * How many active packages have each value: all packages in the index of that value, less those out of use. Those are few, while to
 * ask each package whether it is active would read every row.
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

/** How many active packages have each licence, null where it is unknown; the most used first. */
export function listLicenceSizes() {
  return byLicence().all();
}

/** What stands between `//` and the next `/`. */
const domain = sql`substr(
  repo_url, instr(repo_url, '//') + 2, instr(substr(repo_url, instr(repo_url, '//') + 2) || '/', '/') - 1
)`;

const byHost = prepared((db) => sizesBy(db, domain));

/** How many active packages have their repository at each domain, null where they have none; the most used first. */
export function listHostSizes() {
  return byHost().all();
}

const byStatus = prepared((db) =>
  db
    .select({ status: packages.developmentStatus, count: count() })
    .from(packages)
    // No index has the status. The plus keeps SQLite from fetching the rows one by one in the order of another index.
    .where(sql`+${packages.isActive} = 1`)
    .groupBy(packages.developmentStatus)
    .prepare(),
);

/** How many active packages have each development status, null where it is unknown. */
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
      // As in sizesBy. A cross join is done in the order in which it is written.
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

/** How many active packages name each release of Django and Python. */
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
    .where(isNotNull(versions.releasedAt))
    .prepare(),
);

/** The days of all known releases, as days since 1970. To be counted outside of SQL, like the contributors. */
export function listReleaseDays(): number[] {
  return releaseDays().get()?.days ?? [];
}

const since = prepared((db) =>
  db
    .select({
      count: sql<number>`(
        select count(*) from packages where is_active = 1 and last_commit_at >= moment.value
      )`,
    })
    .from(sql`json_each(${sql.placeholder('moments')}) as moment`)
    .prepare(),
);

/** For each moment, how many active packages have a commit since then. */
export function listCommittedSince(moments: Micros[]): number[] {
  return since()
    .all({ moments: JSON.stringify(moments) })
    .map((row) => row.count);
}

const size = sql<number>`(select count(*) from memberships where grid_id = grids.id)`;

const bySize = prepared((db) =>
  db
    .select({ size, count: count() })
    .from(grids)
    .groupBy(sql`1`)
    .prepare(),
);

/** How many grids have each number of packages. */
export function listGridSizes() {
  return bySize().all();
}

const largest = prepared((db) => {
  const sizes = db
    .select({ gridId: memberships.gridId, size: count().as('size') })
    .from(memberships)
    .groupBy(memberships.gridId)
    .as('largest');
  return db
    .select({ slug: grids.slug, title: grids.title, packageCount: sizes.size })
    .from(sizes)
    .innerJoin(grids, eq(grids.id, sizes.gridId))
    .orderBy(desc(sizes.size), asc(grids.title))
    .limit(sql.placeholder('limit'))
    .prepare();
});

/** The grids with most packages. */
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
    .where(sql`+${packages.isActive} = 1`)
    .prepare(),
);

/** The contributors of each active package, with the domain of its repository. */
export function listParticipants() {
  const { domains = [], participants = [] } = participation().get() ?? {};
  return domains.map((it, index) => ({ domain: it, participants: participants[index] ?? [] }));
}
