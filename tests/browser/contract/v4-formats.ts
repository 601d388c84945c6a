import { browsable } from './browsable';
import { bySlug, categories, grids, newestFirst, packages } from './catalogue';
import { indented, json, notAgreed, site, type Pair } from './pair';
import {
  categoryDocument,
  gridDocument,
  link,
  packageDocument,
  rootDocument,
} from './v4-documents';

const accept = (Accept: string) => ({ headers: { Accept } });
const root = rootDocument();
const category = categoryDocument(bySlug(categories, 'apps'));
const shop = bySlug(packages, 'django-shop');
const websockets = bySlug(grids, 'websockets');
const [newest, second] = newestFirst(packages).map(
  (it) => (style: object) => packageDocument(it, style),
);

const CHROME =
  'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8';

/** By the Accept header: the most specific type wins, q is ignored, and JSON comes before HTML. */
export const acceptPairs: Pair[] = [
  ...[
    '*/*',
    'application/json',
    'application/*',
    'application/json;q=0.1, text/html;q=0.9',
    'text/html, application/json',
    'application/json, text/plain, */*',
    'application/xml, */*;q=0.1',
    'application/json; charset=utf-8',
    'image/png, application/*',
    'Application/JSON',
    'application/json;',
  ].map((it) => json('GET /api/v4/', root, accept(it))),
  indented('GET /api/v4/', root, accept('application/json; indent=4'), 4),
  indented('GET /api/v4/', root, accept('application/json;indent=2'), 2),
  indented('GET /api/v4/', root, accept('application/json; indent=99'), 8),
  indented('GET /api/v4/', root, accept('application/json; indent=0'), 0),
  indented('GET /api/v4/', root, accept('application/json; indent=x'), 0),
  indented('GET /api/v4/', root, accept('text/html, application/json; indent=4'), 4),
  indented(
    'GET /api/v4/packages/django-shop/',
    packageDocument(shop),
    accept('application/json; indent=4'),
    4,
  ),
  browsable('GET /api/v4/', root, accept('text/html')),
  browsable('GET /api/v4/', root, accept(CHROME)),
  browsable('GET /api/v4/', root, accept('text/*')),
  browsable('GET /api/v4/', root, accept('TEXT/HTML')),
  browsable('GET /api/v4/', root, accept('text/html;level=1')),
  site('HEAD /api/v4/', 200, accept('text/html')),
  browsable('GET /api/v4/packages/django-shop/', packageDocument(shop), accept(CHROME)),
  browsable('GET /api/v4/grids/websockets/', gridDocument(websockets), accept(CHROME)),
  browsable('GET /api/v4/categories/1/', category, accept('text/html')),
  browsable('GET /api/v4/search/', [], accept('text/html')),
  browsable(
    'GET /api/v4/packages/?limit=1&x=%3Cb%3E',
    {
      count: packages.length,
      next: link('packages', { query: '?limit=1&offset=1&x=%3Cb%3E' }),
      previous: null,
      results: [newest?.({})],
    },
    accept('text/html'),
  ),
  browsable(
    'GET /api/v4/packages/nope/',
    { detail: 'No Package matches the given query.' },
    accept(CHROME),
    404,
  ),
  browsable('GET /api/v4/categories/nope/', { detail: 'Not found.' }, accept('text/html'), 404),
  ...['', 'application/xml', 'image/png', 'text/plain', 'application/yaml, text/csv'].map((it) =>
    notAgreed('GET /api/v4/', 406, accept(it)),
  ),
  notAgreed('GET /api/v4/packages/django-shop/', 406, accept('application/xml')),
  notAgreed('GET /api/v4/packages/nope/', 406, accept('application/xml')),
  notAgreed('HEAD /api/v4/grids/', 406, accept('application/xml')),
  notAgreed('OPTIONS /api/v4/grids/', 406, accept('application/xml')),
  notAgreed('POST /api/v4/grids/', 406, accept('application/xml')),
];

const asJson = { query: '?format=json' };
const asApi = { query: '?format=api' };

/** By `?format=`, which all links repeat. */
export const formatPairs: Pair[] = [
  json('GET /api/v4/?format=json', rootDocument(asJson)),
  json('GET /api/v4/?x=1&format=json', rootDocument(asJson)),
  json('GET /api/v4/?format=json', rootDocument(asJson), accept(CHROME)),
  json('GET /api/v4/?format=', rootDocument({ query: '?format=' })),
  json('GET /api/v4/?format=xml&format=json', rootDocument(asJson)),
  browsable('GET /api/v4/?format=api', rootDocument(asApi)),
  browsable('GET /api/v4/?format=api', rootDocument(asApi), accept('text/html')),
  json('GET /api/v4/packages/django-shop/?format=json', packageDocument(shop, asJson)),
  browsable('GET /api/v4/packages/631/?format=api', packageDocument(shop, asApi)),
  json('GET /api/v4/grids/websockets/?format=json', gridDocument(websockets, asJson)),
  browsable('GET /api/v4/grids/116/?format=api', gridDocument(websockets, asApi)),
  json('GET /api/v4/categories/1/?format=json', category),
  json('GET /api/v4/search/?format=json', []),
  json('GET /api/v4/packages/?x=1&limit=1&offset=1&format=json', {
    count: packages.length,
    next: link('packages', { query: '?format=json&limit=1&offset=2&x=1' }),
    previous: link('packages', { query: '?format=json&limit=1&x=1' }),
    results: [second?.(asJson)],
  }),
  browsable('GET /api/v4/packages/?format=api&limit=1', {
    count: packages.length,
    next: link('packages', { query: '?format=api&limit=1&offset=1' }),
    previous: null,
    results: [newest?.(asApi)],
  }),
  json('HEAD /api/v4/?format=json', {}),
  ...['xml', 'csv', 'JSON', 'html', 'json,api', '%00'].map((it) =>
    notAgreed(`GET /api/v4/?format=${it}`, 404),
  ),
  notAgreed('GET /api/v4/packages/?format=xml', 404),
  notAgreed('GET /api/v4/packages/nope/?format=xml', 404, accept('text/html')),
  notAgreed('OPTIONS /api/v4/packages/?format=xml', 404),
  notAgreed('DELETE /api/v4/packages/?format=xml', 404),
  notAgreed('GET /api/v4/?format=json', 406, accept('text/html')),
  notAgreed('GET /api/v4/?format=api', 406, accept('application/json')),
];

const suffix = '.json';

/** By the suffix of the path, which all links repeat too. */
export const suffixPairs: Pair[] = [
  json('GET /api/v4/.json', rootDocument({ suffix })),
  browsable('GET /api/v4/.api', rootDocument({ suffix: '.api' })),
  json('GET /api/v4/packages/631.json', packageDocument(shop, { suffix })),
  json('GET /api/v4/packages/django-shop.json', packageDocument(shop, { suffix })),
  browsable('GET /api/v4/packages/django-shop.api', packageDocument(shop, { suffix: '.api' })),
  json('GET /api/v4/packages/631.json/', packageDocument(shop, { suffix })),
  json('GET /api/v4/grids/116.json', gridDocument(websockets, { suffix })),
  json('GET /api/v4/grids/websockets.json', gridDocument(websockets, { suffix })),
  json('GET /api/v4/categories/1.json', category),
  json('GET /api/v4/search.json', []),
  json('GET /api/v4/search.json?q=', []),
  json('GET /api/v4/packages.json?limit=1&offset=1', {
    count: packages.length,
    next: link('packages', { suffix, query: '?limit=1&offset=2' }),
    previous: link('packages', { suffix, query: '?limit=1' }),
    results: [second?.({ suffix })],
  }),
  json('GET /api/v4/categories.json', {
    count: categories.length,
    next: null,
    previous: null,
    results: newestFirst(categories).map(categoryDocument),
  }),
  json('GET /api/v4/grids.json?limit=99', {
    count: grids.length,
    next: null,
    previous: null,
    results: newestFirst(grids).map((it) => gridDocument(it, { suffix })),
  }),
  // The suffix wins, but links still repeat the parameter.
  json(
    'GET /api/v4/packages/631.json?format=api',
    packageDocument(shop, { suffix, query: '?format=api' }),
  ),
  browsable(
    'GET /api/v4/.api?format=json',
    rootDocument({ suffix: '.api', query: '?format=json' }),
  ),
  json('HEAD /api/v4/packages.json', {}),
  json(
    'GET /api/v4/packages/nope.json',
    { detail: 'No Package matches the given query.' },
    {},
    404,
  ),
  json('GET /api/v4/categories/nope.json', { detail: 'Not found.' }, {}, 404),
  notAgreed('GET /api/v4/packages/631.xml', 404),
  notAgreed('GET /api/v4/packages.xml', 404),
  notAgreed('GET /api/v4/.xml', 404),
  notAgreed('GET /api/v4/packages/nope.xml', 404),
  notAgreed('OPTIONS /api/v4/packages/631.xml', 404),
  notAgreed('GET /api/v4/packages/631.json', 406, accept('text/html')),
  notAgreed('GET /api/v4/packages/631.api', 406, accept('application/json')),
  // There is at most one suffix, of lowercase letters and digits. The format of the error does not matter.
  ...['packages/631.JSON', 'packages/631.json.json', 'packages/.json', 'packages/631.'].map(
    (path): Pair => ({
      ask: `GET /api/v4/${path}`,
      status: 404,
      has: { 'x-content-type-options': 'nosniff' },
      body: () => undefined,
    }),
  ),
];
