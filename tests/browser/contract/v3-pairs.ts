import { bySlug, byTitle, categories, grids, membersOf, packages } from './catalogue';
import { ascii, slashed, type Pair } from './pair';
import { categoryDocument, gridDocument, meta, packageDocument, pythonJson } from './v3-documents';

const ok = (path: string, document: unknown): Pair =>
  ascii(`GET /api/v3/${path}`, pythonJson(document));

const lists = {
  'categories/': { rows: byTitle(categories).map(categoryDocument), extra: {} },
  'grids/': { rows: byTitle(grids).map(gridDocument), extra: {} },
  'packages/': { rows: byTitle(packages).map(packageDocument), extra: { category: null } },
};

const websockets = bySlug(grids, 'websockets');
const members = membersOf(websockets).map(packageDocument);
const OF_GRID = 'grids/websockets/packages/';

function page(path: keyof typeof lists, query: string, limit: number, offset: number): Pair {
  const { rows, extra } = lists[path];
  const objects = rows.slice(offset, offset + limit);
  return ok(path + query, { meta: meta(path, { limit, offset }, rows.length), ...extra, objects });
}

function ofGrid(query: string, limit: number, offset: number): Pair {
  const objects = members.slice(offset, offset + limit);
  const grid = gridDocument(websockets);
  return ok(OF_GRID + query, { meta: meta(OF_GRID, { limit, offset }, 11), grid, objects });
}

function ofCategory(query: string, slug: string, limit: number, offset: number): Pair {
  const rows = byTitle(packages.filter((it) => it.category === slug)).map(packageDocument);
  const objects = rows.slice(offset, offset + limit);
  const slice = meta('packages/', { limit, offset }, rows.length);
  return ok(`packages/${query}`, { meta: slice, category: null, objects });
}

const listPairs: Pair[] = [
  page('categories/', '', 20, 0),
  page('grids/', '', 20, 0),
  page('packages/', '', 20, 0),
  page('packages/', '?limit=6000', 6000, 0),
  page('grids/', '?limit=500', 500, 0),
  page('packages/', '?limit=2&offset=3', 2, 3),
  page('packages/', '?offset=1', 20, 1),
  page('packages/', '?limit=10&offset=180', 10, 180),
  page('packages/', '?limit=5&offset=1000', 5, 1000),
  page('packages/', '?limit=0', 0, 0),
  page('categories/', '?limit=0', 0, 0),
  page('grids/', '?limit=0&offset=4', 0, 4),
  page('grids/', '?limit=3&limit=2', 2, 0),
  page('packages/', '?limit=&offset=', 20, 0),
  page('packages/', '?limit=x&offset=1.5', 20, 0),
  page('packages/', '?limit=%202&offset=%2B1', 2, 1),
  page('packages/', '?limit=2&x=y', 2, 0),
  page('packages/', '?limit=2&category=nope', 2, 0),
  page('packages/', '?limit=2&category=', 2, 0),
  page('packages/', '?limit=2&category=App', 2, 0),
  page('packages/', '?limit=2&category__slug=apps', 2, 0),
  page('packages/', '?limit=2&format=xml', 2, 0),
  page('packages/', '?limit=2&q=celery', 2, 0),
  page('grids/', '?limit=2&category=apps', 2, 0),
  ofCategory('?category=apps', 'apps', 20, 0),
  ofCategory('?limit=3&offset=2&category=projects', 'projects', 3, 2),
  ofCategory('?category=nope&category=starter-projects', 'starter-projects', 20, 0),
  ofGrid('', 20, 0),
  ofGrid('?limit=2&offset=1', 2, 1),
  ofGrid('?limit=0', 0, 0),
  ofGrid('?category=projects&limit=3', 3, 0),
];

const slugs = [
  ...['django-websocket-redis', 'django-q', 'django-shop', 'django-simpleui', 'swampdragon'],
  ...['celery', 'django-debug-toolbar', 'channels_redis'],
];

const recordPairs: Pair[] = [
  ...slugs.map((slug) => ok(`packages/${slug}/`, packageDocument(bySlug(packages, slug)))),
  ...['websockets', 'graphql', 'djq_vs_celery'].map((slug) =>
    ok(`grids/${slug}/`, gridDocument(bySlug(grids, slug))),
  ),
  ...categories.map((it) => ok(`categories/${it.slug}/`, categoryDocument(it))),
];

function refused(ask: string, error: number, message: string): Pair {
  return ascii(ask, pythonJson({ error, message }), {}, error);
}

const none = (noun: string, path: string) =>
  refused(`GET /api/v3/${path}`, 404, `No ${noun} matches the given query.`);

const errorPairs: Pair[] = [
  none('Package', 'packages/nope/'),
  none('Package', 'packages/631/'),
  none('Package', 'packages/Celeryy/'),
  // The reference has none in another spelling; here the address leads to the one that there is.
  ascii(
    'GET /api/v3/packages/Celery/',
    pythonJson({ error: 301, message: 'Moved to /api/v3/packages/celery/.' }),
    {},
    301,
  ),
  none('Grid', 'grids/nope/'),
  none('Grid', 'grids/116/'),
  none('Grid', 'grids/nope/packages/'),
  none('Category', 'categories/nope/'),
  none('Category', 'categories/1/'),
  refused('HEAD /api/v3/packages/nope/', 404, ''),
  // The reference returns a 500 here.
  ...['packages/?limit=-1', 'grids/?offset=-1', `${OF_GRID}?limit=-5&offset=-5`].map((path) =>
    refused(`GET /api/v3/${path}`, 400, 'limit and offset must not be negative.'),
  ),
  // The reference wants a CSRF token, which no program has.
  ...['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND'].flatMap((method) =>
    ['', 'packages/', 'packages/celery/'].map((path) => ({
      ...refused(`${method} /api/v3/${path}`, 405, `Method "${method}" not allowed.`),
      has: { allow: 'GET, HEAD, OPTIONS', 'content-type': 'application/json' },
    })),
  ),
];

const login = (path: string, next: string): Pair => ({
  ask: `GET /api/v3/${path}`,
  status: 302,
  has: { location: `/login/?next=/api/v3/${next}`, vary: /\bCookie\b/ },
  body: '',
});

const root = pythonJson({
  categories: '/api/v3/categories/',
  grids: '/api/v3/grids/',
  packages: '/api/v3/packages/',
  users: '/api/v3/users/',
});

/** Version 3: records by slug, in JSON as Python writes it. */
export const v3Pairs: Pair[] = [
  ascii('GET /api/v3/', root),
  ascii('GET /api/v3/?format=api', root),
  ...['text/html', 'application/xml', 'application/json; indent=4'].map((Accept) =>
    ascii('GET /api/v3/', root, { headers: { Accept } }),
  ),
  ascii('HEAD /api/v3/', ''),
  ascii('OPTIONS /api/v3/', root),
  ascii('HEAD /api/v3/packages/celery/', ''),
  ...listPairs,
  ...recordPairs,
  ...errorPairs,
  login('users/', 'users/'),
  login('users/?limit=1&list_packages=1', 'users/%3Flimit%3D1%26list_packages%3D1'),
  login('users/someone/', 'users/someone/'),
  slashed('GET /api/v3', '/api/v3/'),
  slashed('GET /api/v3/packages?limit=2', '/api/v3/packages/?limit=2'),
  slashed('GET /api/v3/packages/celery', '/api/v3/packages/celery/'),
  slashed('GET /api/v3/grids/websockets/packages?limit=1', `/api/v3/${OF_GRID}?limit=1`),
];
