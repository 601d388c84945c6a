import { expect, test } from 'vitest';
import { z } from 'zod';
import * as search from '@/app/api/v4/search/route';
import { useShippedCatalogue } from '@/tests/tools/database';
import { ask } from './ask';

useShippedCatalogue();

const hits = z.array(
  z.looseObject({ title: z.string(), item_type: z.enum(['package', 'grid']), slug: z.string() }),
);

async function find(query: string) {
  const { status, document } = await ask(search, `/api/v4/search/?${query}`);
  expect(status).toBe(200);
  return hits.parse(document());
}

test.each(['', 'q=', 'q=+%00+', 'x=django'])('"%s" searches for nothing', async (query) => {
  const { text } = await ask(search, `/api/v4/search/?${query}`);
  expect(text).toBe('[]');
});

test('the package that is so called comes first', async () => {
  expect((await find('q=Django+Q'))[0]).toMatchObject({ item_type: 'package', slug: 'django-q' });
  expect((await find('q=django-q'))[0]).toMatchObject({ item_type: 'package', slug: 'django-q' });
});

test('grids are found too', async () => {
  expect((await find('q=WEBSOCKETS'))[0]).toMatchObject({ item_type: 'grid', slug: 'websockets' });
});

test('the words of a search may stand apart', async () => {
  const slugs = (await find('q=redis+websocket')).map((it) => it.slug);
  expect(slugs).toContain('django-websocket-redis');
});

test('no more than twenty, whatever the limit', async () => {
  expect(await find('q=django&limit=50&offset=3')).toHaveLength(20);
});

test('after names that begin so, those with more stars come first', async () => {
  const found = z.array(
    z.object({ title: z.string(), slug: z.string(), repo_watchers: z.number() }),
  );
  const documents = found.parse((await ask(search, '/api/v4/search/?q=admin')).document());
  const rest = documents.filter((it) => !/^admin/i.test(it.title) && !/^admin/.test(it.slug));
  const stars = rest.map((it) => it.repo_watchers);
  expect(stars.length).toBeGreaterThan(3);
  expect(stars).toEqual([...stars].sort((a, b) => b - a));
});

test('a hit has the fields of the reference in their order', async () => {
  const { text } = await ask(search, '/api/v4/search/?q=django-q');
  const names = text.slice(0, text.indexOf('}')).match(/(?<=[{,])"\w+"(?=:)/g);
  expect(names?.join(' ').replaceAll('"', '')).toBe(
    'description title title_no_prefix slug_no_prefix clean_title absolute_url created modified ' +
      'weight item_type slug category repo_watchers repo_forks pypi_downloads score usage ' +
      'participants last_committed last_released',
  );

  const [hit] = await find('q=django-q');
  expect(hit).toMatchObject({
    absolute_url: '/packages/p/django-q/',
    category: 'App',
    repo_watchers: 1878,
    last_committed: '2021-06-26T08:04:16-04:00',
  });
  expect(hit?.['participants']).toMatch(/^Koed00,/);
});

test('a grid among the hits has zeros where a package has figures', async () => {
  const [hit] = await find('q=websockets');
  expect(hit).toMatchObject({
    absolute_url: '/grids/g/websockets/',
    category: '',
    repo_watchers: 0,
    usage: 0,
    participants: '',
    last_committed: null,
  });
});

test.each([
  `q=${'x'.repeat(10_240)}`,
  `q=${'a+'.repeat(5_000)}`,
  `q=${'%25'.repeat(3_000)}`,
  'q=%00',
  'q=%F0%9F%90%8D',
  `q=${'x'.repeat(199)}%F0%9F%90%8D`,
  'q=%ff%zz',
  "q='%22;--\\",
  'q=a&q=zzzzzz',
])('odd search %# is a search like any other', async (query) => {
  await find(query);
});
