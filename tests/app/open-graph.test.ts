import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { GET as comparisonImage } from '@/app/(read)/compare/[packages]/opengraph.png/route';
import { GET as gridImage } from '@/app/(read)/grids/g/[slug]/opengraph.png/route';
import { GET as packageImage } from '@/app/(read)/packages/p/[slug]/opengraph.png/route';
import { GET as siteImage } from '@/app/opengraph.png/route';
import { database } from '@/db/client';
import { askDocument } from '@/tests/tools/ask-document';
import { useShippedCatalogue } from '@/tests/tools/database';
import { pngPixels, pngSize } from '@/tests/tools/read-png';

useShippedCatalogue();

const asked: string[] = [];
const ownFetch = globalThis.fetch;

// The image library fetches fonts and emoji with the global fetch.
beforeEach(() => {
  asked.length = 0;
  globalThis.fetch = (input) => {
    asked.push(input instanceof Request ? input.url : String(input));
    return Promise.reject(new Error('No test reaches out.'));
  };
});

afterEach(() => {
  globalThis.fetch = ownFetch;
});

const ofPackage = (slug: string, headers = {}) =>
  askDocument(packageImage, `/packages/p/${slug}/opengraph.png`, { slug }, headers);
const ofGrid = (slug: string) => askDocument(gridImage, `/grids/g/${slug}/opengraph.png`, { slug });
const ofComparison = (packages: string) =>
  askDocument(comparisonImage, `/compare/${packages}/opengraph.png`, { packages });

const kinds = [
  { name: 'the site', render: () => askDocument(siteImage, '/opengraph.png', {}) },
  { name: 'a package', render: () => ofPackage('celery') },
  { name: 'a grid', render: () => ofGrid('workers-queues-tasks') },
  { name: 'a comparison of two', render: () => ofComparison('celery,huey') },
  { name: 'a comparison of many', render: () => ofComparison('celery,huey,django-q,drf,zulip') },
];

test.each(kinds)('the image of $name is a PNG of 1200 × 630', async ({ render }) => {
  const { status, header, bytes } = await render();
  expect(status).toBe(200);
  expect(header('content-type')).toBe('image/png');
  expect(header('cache-control')).toBe('public, max-age=86400');
  expect(header('etag')).toMatch(/^W\/"[\w-]+"$/);
  expect(pngSize(bytes)).toEqual({ width: 1200, height: 630 });
  // An empty image would be much smaller.
  expect(bytes.length).toBeGreaterThan(20_000);
});

describe('names with characters missing from the font', () => {
  const names = [
    '日本語のパッケージ',
    'حزمة جانغو',
    '🚀🔥 rocket 🚀',
    '👩‍👩‍👧 → ✓ ★ ①',
    'Привет мир',
    '\u0000',
    '𝕏 math',
    '   ',
  ];

  test.each(names)('%j requests no fonts from other hosts', async (name) => {
    const db = database().$client;
    db.exec('begin');
    try {
      db.prepare(
        `update packages set title = ?, repo_description = ?, licence = ?,
        last_release_number = ? where slug in ('celery', 'huey')`,
      ).run(name, name, name, name);
      db.prepare('update grids set title = ?, description = ?').run(name, name);
      db.prepare('update categories set title = ?').run(name);
      for (const { render } of kinds.slice(1, 4)) {
        const { status, bytes } = await render();
        expect([status, pngSize(bytes)]).toEqual([200, { width: 1200, height: 630 }]);
      }
    } finally {
      db.exec('rollback');
    }
    expect(asked).toEqual([]);
  });

  test('would request them if rendered unchanged', async () => {
    const { renderCard: drawCard } = await import('@/app/open-graph/render-card');
    const card = { kicker: '', title: '日本', text: '', figures: [], table: undefined };
    await drawCard(card, card.title).catch(() => undefined);
    expect(asked.length).toBeGreaterThan(0);
  });
});

describe('long names', () => {
  test.each(['celery,huey', 'celery,huey,django-q,drf,zulip'])(
    'end before the figures of %s, known or not',
    async (packages) => {
      const db = database().$client;
      db.exec('begin');
      try {
        db.exec(`update packages set title = 'WWWWWWWWWWWWWWWWWWWWWWWWWWWWWW', health = null,
        repo_watchers = null, last_release_at = null where slug in ('celery', 'django-q')`);
        db.exec(`update packages set title = 'django-name-that-goes-on-and-on-and-on', health = 100,
        repo_watchers = 888888, last_release_at = 1788480000000000 where slug in ('huey', 'zulip')`);
        const pixels = pngPixels((await ofComparison(packages)).bytes);
        // Below the table header, rows are separated by lines and columns by empty space.
        const rows = pixels.slice(450, 580).filter((row) => row[64] !== '#dfdeda');
        for (const [name, from, to] of [
          ['between name and health', 440, 452],
          ['between health and stars', 618, 640],
          ['between stars and release', 848, 860],
          ['at the right edge', 1138, 1199],
        ] as const) {
          const rendered = new Set(rows.flatMap((row) => row.slice(from, to)));
          const tinted = [...rendered].filter((colour) => !['#fcfbf8', '#dfdeda'].includes(colour));
          expect(tinted, name).toEqual([]);
        }
      } finally {
        db.exec('rollback');
      }
    },
  );
});

test('an image is sent again only if its figures have changed', async () => {
  const etag = (await ofPackage('celery')).header('etag') ?? '';
  const again = await ofPackage('celery', { 'if-none-match': etag });
  expect([again.status, again.bytes.length, again.header('etag')]).toEqual([304, 0, etag]);
  database().$client.exec(`update packages set repo_watchers = 30000 where slug = 'celery'`);
  const other = await ofPackage('celery', { 'if-none-match': etag });
  expect(other.status).toBe(200);
  expect(other.header('etag')).not.toBe(etag);
});

test('a missing record has no image', async () => {
  expect((await ofPackage('nope')).status).toBe(404);
  expect((await ofGrid('nope')).status).toBe(404);
  expect((await ofComparison('celery,nope')).status).toBe(404);
});

test('the image of a former slug redirects to the current one', async () => {
  database().$client.exec(`insert into slug_redirects (kind, old_slug, package_id, created_at)
    select 'package', 'old-celery', id, 1795237200000000 from packages where slug = 'celery'`);
  const { status, header } = await ofPackage('old-celery');
  expect([status, header('location')]).toEqual([301, '/packages/p/celery/opengraph.png']);
});
