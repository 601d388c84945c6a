import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import {
  countStates,
  listLargestGrids,
  listParticipants,
  listReleaseDays,
} from '@/db/queries/statistics';
import { rankContributors } from '@/lib/package/contributors';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

beforeAll(() => {
  // Some inactive ones, and some with little data.
  database().run(sql`update packages set is_archived = 1 where id % 7 = 0`);
  database().run(sql`update packages set is_deprecated = 1 where id % 11 = 0`);
  database().run(sql`update packages set repo_url = null where id % 13 = 0`);
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
