import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import { findGrids, findPackages } from '@/db/queries/search';
import { listTitled } from '@/db/queries/search-hits';
import { reindex } from '@/db/writes/search-index';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

/** Titles with wildcard characters, and in other scripts. */
const renamed = {
  celery: '100%_\\ Celery',
  silk: 'Профилировщик',
  huey: '简单后台',
  wagtail: 'Wagtail & Ångström',
};

beforeAll(() => {
  for (const [slug, title] of Object.entries(renamed)) {
    database().run(sql`update packages set title = ${title} where slug = ${slug}`);
  }
  reindex();
});

const titlesWith = (table: string, text: string) =>
  database()
    .all<{ title: string }>(sql.raw(`select title from ${table}`))
    .map(({ title }) => title)
    .filter((title) => title.toLowerCase().includes(text.toLowerCase()))
    .sort();

const titlesOf = (table: string, ids: number[]) =>
  database()
    .all<{ title: string }>(
      sql`select title from ${sql.raw(table)}
      where id in (select value from json_each(${JSON.stringify(ids)}))`,
    )
    .map(({ title }) => title);

/** Parts of titles: words, endings, single letters, across words, wildcard characters, and other scripts. */
const parts = [
  'wagtail',
  'elery',
  'ags',
  'jang',
  'o c',
  'q',
  '-',
  '_',
  '%',
  '&',
  'GRAPH',
  'ильт',
  'ПРОФ',
  '单后',
  '自',
  'zzz',
  'Workers, Q',
  'rs, Queues, and Ta',
  'django-c',
  '100%',
  '%_',
  '_\\',
  '\\',
  'ÅNGS',
];

test.each(parts)('each title that contains %j is in the list of packages and of grids', (text) => {
  const packages = titlesOf('packages', findPackages(text, { isActiveOnly: false }).ids);
  expect(packages).toEqual(expect.arrayContaining(titlesWith('packages', text)));
  const grids = titlesOf(
    'grids',
    findGrids(text).hits.map(({ id }) => id),
  );
  expect(grids).toEqual(expect.arrayContaining(titlesWith('grids', text)));
});

test('a client that filters titles itself gets all matching titles', () => {
  const titles = titlesWith('packages', '');
  const pieces = new Set(titles.flatMap((title) => [title.slice(1, 4), title.slice(-3)]));
  for (const piece of pieces) {
    const listed = titlesOf('packages', findPackages(piece.trim(), { isActiveOnly: false }).ids);
    expect(listed).toEqual(expect.arrayContaining(titlesWith('packages', piece.trim())));
  }
}, 60_000);

test.each(['%%', '_elery', 'C%y', '100_', "' or 1 = 1 --", '\\%', 'ПРОФ_ЛИ', '单单'])(
  '%j is not a pattern',
  (text) => {
    expect(listTitled('package', text, 1000)).toEqual([]);
  },
);

test('an archived package is in the list of all packages, but not of active ones', () => {
  const all = findPackages('toosimple', { isActiveOnly: false }).ids;
  database().run(sql`update packages set archived_at = 1, is_archived = 1 where id = ${all[0]}`);
  reindex();
  expect(findPackages('toosimple', { isActiveOnly: false }).ids).toEqual(all);
  expect(findPackages('toosimple', { isActiveOnly: true }).ids).toEqual([]);
});
