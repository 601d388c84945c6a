import { asc, count, desc, eq, sql, type SQL } from 'drizzle-orm';
import { prepared } from '../client';
import { gridPackages, grids, packages, repositories, versions } from '../schema';
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

/** The part of the URL between `//` and the next `/`. */
const domain = sql`substr(
  repo_url, instr(repo_url, '//') + 2, instr(substr(repo_url, instr(repo_url, '//') + 2) || '/', '/') - 1
)`;

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
