import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { findHits } from '@/db/queries/find';
import { listGridIdsOf } from '@/db/queries/search-sources';
import { listSuggestions } from '@/db/queries/suggest';
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

test('a package that changes is found by what it is now, and no longer by what it was', () => {
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

test('a grid is found by what its packages are called now', () => {
  expect(found('zanzibar')).toContain('workers-queues-tasks');
});

test('a change of what the index does not hold leaves its words as they were', () => {
  const words = () =>
    database().all(sql`select id, hex(block) as block from search_text_data order by id`);
  const before = words();
  const id = idOf('huey');
  database().run(sql`update packages set repo_forks = 12345, licence = 'ISC' where id = ${id}`);
  indexPackages([id]);
  expect(words()).toEqual(before);
  expect(found('huey licence:isc')).toEqual(['huey']);
});

test('a package whose popularity changes leaves nothing of its old place behind', () => {
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

test('a grid that changes is found by what it is now', () => {
  const { id } = database().get<{ id: number }>(sql`select id from grids where slug = 'forms'`);
  database().run(sql`update grids set title = 'Quokka pens' where id = ${id}`);
  indexGrids([id]);
  expect(found('quokka')[0]).toBe('forms');
  expect(found('quokka')).toContain('django-crispy-forms');
});

test('a package that is gone leaves the index', () => {
  const id = idOf('wagtail');
  const grids = listGridIdsOf([id]);
  database().run(sql`delete from packages where id = ${id}`);
  indexPackages([id]);
  indexGrids(grids);
  expect(found('wagtail')).not.toContain('wagtail');
  expect(suggested('wagtail')).not.toContain('wagtail');
});

test('made anew, the index is what the changes have made of it', () => {
  const queries = ['task queue', 'forms', 'zanzibar', 'rest framework', 'jwt'];
  const before = queries.map(found);
  reindex();
  expect(queries.map(found)).toEqual(before);
});
