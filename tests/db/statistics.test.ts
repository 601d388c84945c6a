import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import {
  countStates,
  listCommittedSince,
  listGridSizes,
  listHostSizes,
  listLargestGrids,
  listLicenseSizes,
  listParticipants,
  listReleaseDays,
  listStatusSizes,
  listSupportSizes,
} from '@/db/queries/statistics';
import { rankContributors } from '@/lib/package/contributors';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

beforeAll(() => {
  // Some inactive ones, some with little data, and a host with a port and no path.
  database().run(sql`update packages set is_archived = 1 where id % 7 = 0`);
  database().run(sql`update packages set is_deprecated = 1 where id % 11 = 0`);
  database().run(sql`update packages set repo_url = null where id % 13 = 0`);
  database()
    .run(sql`update packages set repo_url = 'http://git.example:8080' where id % 17 = 0 and id in (
    select max(id) from packages where id % 17 = 0 and is_active)`);
  database().run(sql`insert into grids (slug, title, created_at, modified_at)
    values ('empty', 'Empty', 1790000000000000, 1790000000000000)`);
});

/** The same, counted by plain code. */
const plainly = <Row>(query: ReturnType<typeof sql>): Row[] => database().all<Row>(query);
const countOf = (condition: ReturnType<typeof sql>) =>
  plainly<{ n: number }>(sql`select count(*) as n from packages where ${condition}`)[0]?.n;

test('counts packages by state', () => {
  const states = countStates();
  expect(states).toMatchObject({
    active: countOf(sql`not is_archived and not is_deprecated`),
    archived: countOf(sql`is_archived`),
    deprecated: countOf(sql`is_deprecated`),
    versions: plainly<{ n: number }>(sql`select count(*) as n from versions`)[0]?.n,
  });
  expect(Math.min(states.active, states.archived, states.deprecated)).toBeGreaterThan(5);
});

test('counts licences of active packages, including unknown ones', () => {
  const plain = plainly(sql`select licence as value, count(*) as count from packages
    where not is_archived and not is_deprecated group by licence order by 2 desc, 1`);
  expect(listLicenseSizes()).toEqual(plain);
  expect(plain).toContainEqual(expect.objectContaining({ value: null }));
});

test('omits licences of inactive packages', () => {
  database().run(sql`update packages set licence = 'Gone-1.0' where slug = 'django-private-chat'`);
  expect(listLicenseSizes().map(({ value }) => value)).not.toContain('Gone-1.0');
});

test('counts hosts by the domain of the repository', () => {
  const urls = plainly<{ url: string | null }>(sql`select repo_url as url from packages
    where not is_archived and not is_deprecated`);
  const counts = new Map<string | null, number>();
  for (const { url } of urls) {
    const host = url === null ? null : new URL(url).host;
    counts.set(host, (counts.get(host) ?? 0) + 1);
  }
  expect(new Map(listHostSizes().map(({ value, count }) => [value, count]))).toEqual(counts);
  expect([...counts.keys()]).toEqual(expect.arrayContaining([null, 'git.example:8080']));
});

test('counts development statuses of active packages', () => {
  expect(listStatusSizes()).toEqual(
    plainly(sql`select development_status as status, count(*) as count from packages
      join pypi_projects on pypi_projects.package_id = packages.id
      where not is_archived and not is_deprecated group by 1 order by 1`),
  );
});

test('counts versions declared by active packages', () => {
  expect(listSupportSizes()).toEqual(
    plainly(sql`select product, cycle, count(*) as count from package_support
      join packages on packages.id = package_id
      where not is_archived and not is_deprecated group by 1, 2 order by 1, 2`),
  );
});

test('lists the day of each release that has one', () => {
  const [any] = plainly<{ id: number }>(sql`select min(id) as id from versions`);
  database().run(sql`update versions set released_at = null where id = ${any?.id ?? 0}`);
  const plain = plainly<{ day: string }>(sql`select date(released_at / 1000000, 'unixepoch') as day
    from versions where released_at is not null order by 1`);
  const days = listReleaseDays().map((day) =>
    new Date(day * 86_400_000).toISOString().slice(0, 10),
  );
  expect(days.sort()).toEqual(plain.map(({ day }) => day));
});

test('counts active packages with commits since a time, inclusive', () => {
  const [{ last } = { last: 0 }] = plainly<{ last: number }>(sql`select max(last_commit_at) as last
    from packages where not is_archived and not is_deprecated`);
  const known = countOf(sql`not is_archived and not is_deprecated and last_commit_at is not null`);
  expect(listCommittedSince([last + 1, last, 0])).toEqual([0, 1, known]);
  expect(listCommittedSince([])).toEqual([]);
});

test('counts grids by size, including empty ones', () => {
  const sizes = listGridSizes();
  const grids = plainly<{ size: number }>(sql`select (
    select count(*) from grid_packages where grid_id = grids.id) as size from grids`);
  expect(sizes).toContainEqual({ size: 0, count: 1 });
  for (const { size, count } of sizes) {
    expect(grids.filter((it) => it.size === size)).toHaveLength(count);
  }
  expect(sizes.reduce((sum, { count }) => sum + count, 0)).toBe(grids.length);
});

test('sorts grids by size, then title', () => {
  expect(listLargestGrids(20)).toEqual(
    plainly(sql`select grids.slug, grids.title, count(*) as packageCount from grids
      join grid_packages on grid_id = grids.id group by grids.id order by 3 desc, 2 limit 20`),
  );
});

test('ranks contributors by active packages', () => {
  const plain = plainly<{ account: string; count: number }>(sql`select value as account,
    count(*) as count from packages join repositories on package_id = packages.id, json_each(participants)
    where not is_archived and not is_deprecated and repo_url like 'https://github.com/%'
      and value not like '%[bot]' and value not like '%-bot'
    group by 1 order by 2 desc, 1 limit 20`);
  const ranked = rankContributors(
    listParticipants().filter(({ domain }) => domain === 'github.com'),
    20,
  );
  expect(ranked.map(({ account, count }) => ({ account, count }))).toEqual(plain);
});
