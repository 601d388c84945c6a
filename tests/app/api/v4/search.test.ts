import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { z } from 'zod';
import * as search from '@/app/api/v4/search/route';
import { database } from '@/db/client';
import { findHits, listHits } from '@/db/queries/search';
import { readQuery } from '@/lib/search/query';
import { useShippedCatalogue } from '@/tests/tools/database';
import { ask } from './ask';

useShippedCatalogue();

const hits = z.array(
  z.looseObject({ title: z.string(), item_type: z.enum(['package', 'grid']), slug: z.string() }),
);

const named = (it: z.infer<typeof hits>[number]) => `${it.item_type}:${it.slug}`;

async function find(query: string) {
  const { status, document } = await ask(search, `/api/v4/search/?${query}`);
  expect(status).toBe(200);
  return hits.parse(document());
}

test.each(['', 'q=', 'q=+%00+', 'x=django'])('"%s" finds nothing', async (query) => {
  const { text } = await ask(search, `/api/v4/search/?${query}`);
  expect(text).toBe('[]');
});

test('an exact name comes first', async () => {
  expect((await find('q=Django+Q'))[0]).toMatchObject({ item_type: 'package', slug: 'django-q' });
  expect((await find('q=django-q'))[0]).toMatchObject({ item_type: 'package', slug: 'django-q' });
});

test('finds grids too', async () => {
  expect((await find('q=WEBSOCKETS'))[0]).toMatchObject({ item_type: 'grid', slug: 'websockets' });
});

test('finds words in any place', async () => {
  const slugs = (await find('q=redis+websocket')).map((it) => it.slug);
  expect(slugs).toContain('django-websocket-redis');
});

test('returns at most 20 results, whatever the limit', async () => {
  expect(await find('q=django&limit=50&offset=3')).toHaveLength(20);
});

test.each(['admin', 'task queue', 'login', 'djagno allauth', 'cms -wagtail', 'licence:mit'])(
  '%j returns the results of the search page, in the same order',
  async (q) => {
    const found = (await find(`q=${encodeURIComponent(q)}`)).map(named);
    const onPage = listHits(findHits(readQuery(q)), { offset: 0, limit: 20 });
    expect(found.length).toBeGreaterThan(1);
    expect(found).toEqual(onPage.map(({ kind, slug }) => `${kind}:${slug}`));
  },
);

/** Typical queries, most of which match no title or description literally, and acceptable first results. */
const usual = {
  'django cms blog': 'django-cms grid:cms',
  django_filter: 'django-filter',
  celerey: 'celery',
  '"task queue"': 'celery huey grid:workers-queues-tasks',
  'cms -wagtail': 'grid:cms django-cms',
  djangorestframework: 'drf',
  'https://github.com/celery/celery': 'celery',
  'git@github.com:wagtail/wagtail.git': 'wagtail',
  'https://pypi.org/project/djangorestframework/': 'drf',
  'task queue': 'grid:workers-queues-tasks',
  'django task queue': 'grid:workers-queues-tasks',
  login: 'grid:authentication',
  'sign in': 'grid:authentication',
  'rest api': 'grid:api',
  cms: 'grid:cms',
  'best cms for django': 'grid:cms',
  forms: 'grid:forms',
  cache: 'grid:caching',
  permissions: 'grid:perms',
  'multi tenant': 'grid:multi-tenancy django-multitenant',
  'e-mail': 'grid:email',
  'online shop': 'grid:ecommerce grid:e-commerce-shop django-shop',
  'django forms': 'grid:forms',
  'how to send email': 'django-anymail grid:email',
  'two factor': 'django-two-factor-auth',
  'social login': 'grid:authentication social-app-django django-allauth django-oauth-toolkit',
  'crispy froms': 'django-crispy-forms',
  'djagno allauth': 'django-allauth',
  'debug toolbar': 'django-debug-toolbar',
  'rest framework': 'drf grid:django-rest-framework',
  DRF: 'drf',
  jwt: 'djangorestframework-simplejwt',
  'n+1': 'nplusone',
  rabbitmq: 'celery',
  's3 storage': 'django-storages grid:storage-backends',
  'celery vs django q': 'grid:djq_vs_celery',
  'licence:mit jwt': 'djangorestframework-simplejwt',
  'grid:forms crispy': 'django-crispy-forms',
  模板: 'django-simpleui',
  'celery[redis]==5.3.4': 'celery',
  'django-allauth>=0.50  # comment': 'django-allauth',
  'Django_Filter~=24.1; python_version < "3.12"': 'django-filter',
  '"celery[redis]>=5",': 'celery',
  'pip install django-redis': 'django-redis',
  'pkg:pypi/django-cms@4.1': 'django-cms',
  '-e git+https://github.com/celery/celery.git#egg=celery': 'celery',
  'https://djangopackages.org/packages/p/celery/': 'celery',
  'http://localhost:3000/grids/g/forms/?sort=title': 'grid:forms',
  '/packages/p/django-cms/': 'django-cms',
  'https://djangopackages.org/packages/p/django_filter/': 'django-filter',
};

test.each(Object.entries(usual))('%j has one of %s first', async (q, wanted) => {
  const [first = ''] = (await find(`q=${encodeURIComponent(q)}`)).map(named);
  expect(wanted.split(' ')).toContain(first.replace('package:', ''));
});

/** The most used packages are next to the matching grid. */
test.each([
  ['task queue', 'celery huey'],
  ['login', 'django-allauth'],
  ['rest api', 'drf django-ninja'],
  ['cms', 'wagtail django-cms'],
])('%j has %s among the first five', async (q, wanted) => {
  const five = (await find(`q=${encodeURIComponent(q)}`)).slice(0, 5).map(({ slug }) => slug);
  expect(five).toEqual(expect.arrayContaining(wanted.split(' ')));
});

test('replaces emoji codes in title and description', async () => {
  const change = (title: string, description: string) =>
    sql`update packages set title = ${title}, repo_description = ${description} where slug = 'huey'`;
  database().run(change('Huey :rocket:', 'A queue :no-such-code: :+1:'));
  const [hit] = await find('q=huey');
  expect(hit).toMatchObject({
    title: 'Huey 🚀',
    description: 'A queue :no-such-code: 👍',
    title_no_prefix: 'Huey :rocket:',
    clean_title: 'Huey :rocket:',
  });
});

test('a former URL finds the package', async () => {
  database().run(sql`insert into slug_redirects (kind, old_slug, package_id, created_at)
    select 'package', 'old-name', id, 1 from packages where slug = 'celery'`);
  expect((await find('q=/packages/p/old-name/')).map(named)).toEqual(['package:celery']);
});

test('a result has the fields of the reference in order', async () => {
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

test('a grid in the results has zeros for the figures of packages', async () => {
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
])('odd search %# works normally', async (query) => {
  await find(query);
});
