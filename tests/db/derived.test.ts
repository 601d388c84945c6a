import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { database } from '@/db/client';
import { findHits } from '@/db/queries/search';
import { refreshDerived } from '@/db/writes/derived';
import { now } from '@/lib/time';
import { readQuery } from '@/lib/search/query';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const derived = () =>
  database().all(sql`
    select slug, last_release_number, last_release_at, last_release_precision, health, f.licence, f.released
    from packages join search_documents as d on d.kind = 'package' and d.record_id = packages.id
    join search_facets as f on f.number = d.number order by slug`);
const found = () => findHits(readQuery('celery')).hits.map(({ slug }) => slug);
const version = () => database().all<{ version: number }>(sql`select version from derived_data`);

const computed = { derived: derived(), found: found(), version: version() };

/** Stores data as another version of the code may have computed it. */
function spoil(): void {
  const db = database();
  db.run(
    sql`update packages set last_release_number = 'nightly', last_release_at = null, health = 1`,
  );
  db.run(sql`update search_facets set licence = null, released = 1`);
  db.run(sql`insert into search_text (search_text) values ('delete-all')`);
}

beforeEach(spoil);

test('a newly seeded database has derived data of the current version', () => {
  expect(refreshDerived(now())).toBe(0);
  expect(version()).toHaveLength(1);
});

test.each([
  ['without a version', sql`delete from derived_data`],
  ['of an older version', sql`update derived_data set version = version - 1`],
  ['of a newer version, as after a step back', sql`update derived_data set version = version + 1`],
])('derived data %s is recomputed once', (_, change) => {
  database().run(change);
  expect(refreshDerived(now())).toBe(computed.derived.length);
  expect({ derived: derived(), found: found(), version: version() }).toEqual(computed);
  expect(refreshDerived(now())).toBe(0);
});

test('a failed computation changes nothing', () => {
  database().run(sql`delete from derived_data`);
  database().run(
    sql`create trigger refuse before insert on search_facets begin select raise(abort, 'no'); end`,
  );
  const before = derived();
  expect(() => refreshDerived(now())).toThrow('no');
  expect(derived()).toEqual(before);
  database().run(sql`drop trigger refuse`);
});
