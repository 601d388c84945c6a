import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { findFacetsById } from '@/db/queries/facets';
import { findHits, listSuggestions } from '@/db/queries/search';
import { listGridIdsOf } from '@/db/queries/search-sources';
import { indexGrids, indexPackages, reindex } from '@/db/writes/search-index';
import { readQuery } from '@/lib/search/query';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

const found = (text: string) => findHits(readQuery(text)).hits.map(({ slug }) => slug);
const suggested = (text: string) => listSuggestions(text, 8).map(({ slug }) => slug);
const idOf = (slug: string) =>
  database().get<{ id: number }>(sql`select id from packages where slug = ${slug}`).id;

const counts = () =>
  database().get<Record<string, number>>(sql`select
    (select count(*) from search_documents) as documents,
    (select count(*) from search_keys) as keys,
    (select sum(json_array_length(keys)) from search_documents) as owned`);

test('a changed package is found by its new values only', () => {
  const id = idOf('celery');
  database().run(
    sql`update packages set title = 'Zanzibar', repo_description = 'Quagga herding', slug = 'zanzibar', pypi_name = 'zanzibar' where id = ${id}`,
  );
  indexPackages([id]);
  expect(found('zanzibar')[0]).toBe('zanzibar');
  expect(found('quagga')).toEqual(['zanzibar']);
  expect(suggested('zanz')).toEqual(['zanzibar']);
  expect(found('celery')[0]).not.toBe('zanzibar');
  expect(suggested('celery')).not.toContain('zanzibar');
});

test('a grid is found by the current names of its packages', () => {
  expect(found('zanzibar')).toContain('workers-queues-tasks');
});

test('a change of unindexed data leaves the index unchanged', () => {
  const words = () =>
    database().all(sql`select id, hex(block) as block from search_text_data order by id`);
  const before = words();
  const id = idOf('huey');
  database().run(sql`update packages set repo_forks = 12345, licence = 'ISC' where id = ${id}`);
  indexPackages([id]);
  expect(words()).toEqual(before);
  expect(found('huey licence:isc')).toEqual(['huey']);
});

test('the facets of a package have its times to the microsecond', () => {
  const time = 1_795_262_400_000_001;
  const id = idOf('huey');
  database().run(sql`update packages set last_commit_at = ${time} where id = ${id}`);
  indexPackages([id]);
  const { numbers, columns } = findFacetsById({ isActiveOnly: false });
  expect(columns.maintained[numbers.indexOf(id)]).toBe(time);
});

test('a change of popularity removes the old rank', () => {
  const before = counts();
  const id = idOf('huey');
  for (const stars of [0, 50_000, 12]) {
    database().run(sql`update packages set repo_watchers = ${stars} where id = ${id}`);
    indexPackages([id]);
    expect(counts()).toEqual(before);
    expect(found('huey').filter((slug) => slug === 'huey')).toHaveLength(1);
  }
  expect(before['keys']).toBe(before['owned']);
});

test('a changed grid is found by its new values', () => {
  const { id } = database().get<{ id: number }>(sql`select id from grids where slug = 'forms'`);
  database().run(sql`update grids set title = 'Quokka pens' where id = ${id}`);
  indexGrids([id]);
  expect(found('quokka')[0]).toBe('forms');
  expect(found('quokka')).toContain('django-crispy-forms');
});

test('a deleted package is removed from the index', () => {
  const id = idOf('wagtail');
  const grids = listGridIdsOf([id]);
  database().run(sql`delete from packages where id = ${id}`);
  indexPackages([id]);
  indexGrids(grids);
  expect(found('wagtail')).not.toContain('wagtail');
  expect(suggested('wagtail')).not.toContain('wagtail');
});

test('rebuilding the index gives the same as updating it', () => {
  const queries = ['task queue', 'forms', 'zanzibar', 'rest framework', 'jwt'];
  const before = queries.map(found);
  reindex();
  expect(queries.map(found)).toEqual(before);
});
