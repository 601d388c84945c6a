import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import { findHits, listSuggestions } from '@/db/queries/search';
import { indexPackages } from '@/db/writes/search-index';
import { markWords } from '@/lib/search/marks';
import { readQuery } from '@/lib/search/query';
import { useShippedCatalogue } from '@/tests/tools/database';

useShippedCatalogue();

/** Packages of the catalogue with a name and a description in another script. */
const renamed = {
  celery: ['Celery', '简单界面 Django后台模板，开箱即用'],
  huey: ['简单后台', 'A little task queue.'],
  wagtail: ['Wagtail', 'コンテンツ管理システムとガイド'],
  mezzanine: ['메자닌', '한국어검색엔진과 블로그'],
  saleor: ['Saleor', 'ร้านค้าออนไลน์ภาษาไทย'],
  silk: ['Профилировщик', 'Контейнеры и очереди задач'],
};

const idOf = (slug: string) =>
  database().get<{ id: number }>(sql`select id from packages where slug = ${slug}`).id;

beforeAll(() => {
  for (const [slug, [title, description]] of Object.entries(renamed)) {
    database().run(
      sql`update packages set title = ${title}, repo_description = ${description} where slug = ${slug}`,
    );
    indexPackages([idOf(slug)]);
  }
});

const found = (text: string) => findHits(readQuery(text)).hits.map(({ slug }) => slug);

test.each([
  ['模板', 'celery'],
  ['台模', 'celery'],
  ['界', 'celery'],
  ['板', 'celery'],
  ['Django后台模板', 'celery'],
  ['模板 界面', 'celery'],
  ['"后台模板"', 'celery'],
  ['简单后台', 'huey'],
  ['管理', 'wagtail'],
  ['システム', 'wagtail'],
  ['ｼｽﾃﾑ', 'wagtail'],
  ['ガイド', 'wagtail'],
  ['메자닌', 'mezzanine'],
  ['검색', 'mezzanine'],
  ['엔진', 'mezzanine'],
  ['ภาษาไทย', 'saleor'],
  ['ไทย', 'saleor'],
  ['очереди', 'silk'],
])('%s is found within %s', (text, slug) => {
  expect(found(text)[0]).toBe(slug);
});

test.each(['板模', '模面', 'カイト', '색검', 'дач'])('%s is not found', (text) => {
  expect(found(text)).toEqual([]);
});

test('excluded words exclude matches within a run', () => {
  expect(found('后台')).toEqual(expect.arrayContaining(['huey', 'celery']));
  expect(found('后台 -模板')).toContain('huey');
  expect(found('后台 -模板')).not.toContain('celery');
});

test('suggests names by a part within them', () => {
  const suggested = (text: string) => listSuggestions(text, 8).map(({ slug }) => slug);
  expect(suggested('简')).toEqual(['huey']);
  expect(suggested('后台')).toEqual(['huey']);
  expect(suggested('자닌')).toEqual(['mezzanine']);
});

test('marks only the match within a run', () => {
  const { terms: asked } = findHits(readQuery('模板'));
  const marked = markWords(renamed.celery[1] ?? '', asked.groups).filter((it) => it.isMarked);
  expect(marked.map((it) => it.text)).toEqual(['模板']);
});
