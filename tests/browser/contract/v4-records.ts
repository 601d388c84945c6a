import { bySlug, categories, grids, packages } from './catalogue';
import { json, moved, refused, type Pair } from './pair';
import { categoryDocument, gridDocument, packageDocument, rootDocument } from './v4-documents';

/** The five captured from the reference, an inactive one, and some without an ID, figures or dates of their own. */
const slugs = [
  ...['django-websocket-redis', 'django-q', 'django-private-chat', 'django-shop'],
  ...['django-debug-toolbar', 'django-simpleui', 'swampdragon', 'celery', 'channels_redis'],
];

const ofPackages: Pair[] = slugs.flatMap((slug) => {
  const it = bySlug(packages, slug);
  const document = packageDocument(it);
  return [
    json(`GET /api/v4/packages/${it.id}/`, document),
    json(`GET /api/v4/packages/${slug}/`, document),
  ];
});

const ofGrids: Pair[] = ['websockets', 'cms', 'graphql', 'djq_vs_celery'].flatMap((slug) => {
  const it = bySlug(grids, slug);
  const document = gridDocument(it);
  return [
    json(`GET /api/v4/grids/${it.id}/`, document),
    json(`GET /api/v4/grids/${slug}/`, document),
  ];
});

const ofCategories: Pair[] = categories.map((it) =>
  json(`GET /api/v4/categories/${it.id}/`, categoryDocument(it)),
);

const celery = bySlug(packages, 'celery');
const noPackage = 'No Package matches the given query.';
const noGrid = 'No Grid matches the given query.';

/** Single documents: by ID and by slug, and missing ones. */
export const recordPairs: Pair[] = [
  json('GET /api/v4/', rootDocument()),
  json('GET /api/v4/?x=1', rootDocument()),
  json('GET /api/v4/', rootDocument({}, 'http://packages.test:8080'), {
    headers: { Host: 'packages.test:8080' },
  }),
  ...ofPackages,
  ...ofGrids,
  ...ofCategories,
  // Digits are an ID, also with leading zeros.
  json('GET /api/v4/packages/0631/', packageDocument(find631())),
  // The reference has no documents by slug; here they exist, and unknown ones respond as there.
  json('GET /api/v4/categories/apps/', categoryDocument(bySlug(categories, 'apps'))),
  json('GET /api/v4/categories/01/', categoryDocument(bySlug(categories, 'apps'))),
  json('GET /api/v4/categories/%31/', categoryDocument(bySlug(categories, 'apps'))),
  json('GET /api/v4/packages/%63elery/', packageDocument(celery)),
  json('GET /api/v4/packages/celery/?limit=1&x=y', packageDocument(celery)),
  json('HEAD /api/v4/packages/celery/', packageDocument(celery)),
  json('HEAD /api/v4/', rootDocument()),
  json('HEAD /api/v4/categories/1/', {}),
  refused('GET /api/v4/packages/999999999/', 404, noPackage),
  refused('GET /api/v4/packages/0/', 404, noPackage),
  refused('GET /api/v4/packages/99999999999999999999999/', 404, noPackage),
  refused('GET /api/v4/packages/nope/', 404, noPackage),
  refused('GET /api/v4/packages/Celeryy/', 404, noPackage),
  // The reference has none in another spelling; here the address leads to the one that there is.
  moved('GET /api/v4/packages/Celery/', '/api/v4/packages/celery/'),
  refused('GET /api/v4/packages/-1/', 404, noPackage),
  refused('GET /api/v4/packages/a%20b/', 404, noPackage),
  refused('GET /api/v4/packages/%F0%9F%90%8D/', 404, noPackage),
  refused('GET /api/v4/packages/websockets/', 404, noPackage),
  refused('HEAD /api/v4/packages/nope/', 404, noPackage),
  refused('GET /api/v4/grids/999999999/', 404, noGrid),
  refused('GET /api/v4/grids/nope/', 404, noGrid),
  refused('GET /api/v4/grids/celery/', 404, noGrid),
  refused('GET /api/v4/categories/999/', 404, 'No Category matches the given query.'),
  refused('GET /api/v4/categories/nope/', 404, 'Not found.'),
  refused('GET /api/v4/categories/-1/', 404, 'Not found.'),
];

function find631() {
  const found = packages.find(({ id }) => id === 631);
  if (!found) throw new Error('The catalogue has no 631.');
  return found;
}
