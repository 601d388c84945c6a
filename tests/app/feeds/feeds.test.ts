import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { GET as categoryFeed } from '@/app/feeds/categories/[slug]/[format]/route';
import { GET as gridFeed } from '@/app/feeds/grids/[slug]/[format]/route';
import { GET as latestPackages } from '@/app/feeds/packages/latest/[format]/route';
import { GET as packageFeed } from '@/app/feeds/packages/p/[slug]/[format]/route';
import { GET as latestReleases } from '@/app/feeds/releases/latest/[format]/route';
import { database } from '@/db/client';
import { listNewestPackages, listNewestPackagesOf } from '@/db/queries/feeds';
import { listPackages } from '@/db/queries/packages';
import { useShippedCatalogue } from '@/tests/tools/database';
import { atomFaults, jsonFeedFaults, rssFaults } from '@/tests/tools/feed-rules';
import { sendAsServer } from '@/tests/tools/send-as-server';
import { childrenOf, onlyText, readXml } from '@/tests/tools/xml-tree';

useShippedCatalogue();

const HOST = 'packages.test';

const feeds = [
  { path: '/feeds/packages/latest/', slug: '', handler: latestPackages },
  { path: '/feeds/releases/latest/', slug: '', handler: latestReleases },
  { path: '/feeds/categories/apps/', slug: 'apps', handler: categoryFeed },
  { path: '/feeds/grids/workers-queues-tasks/', slug: 'workers-queues-tasks', handler: gridFeed },
  { path: '/feeds/packages/p/celery/', slug: 'celery', handler: packageFeed },
];

type Handler = (typeof feeds)[number]['handler'];

async function ask(handler: Handler, slug: string, path: string) {
  const format = path.split('/').at(-2) ?? '';
  const request = new Request(`http://ignored.test${path}`, { headers: { host: HOST } });
  const response = await handler(request, { params: Promise.resolve({ slug, format }) });
  return { response, text: await response.text(), self: `http://${HOST}${path}` };
}

const rules = { rss: rssFaults, atom: atomFaults, json: jsonFeedFaults };

const formats = [
  { format: 'rss', type: 'application/rss+xml; charset=utf-8' },
  { format: 'atom', type: 'application/atom+xml; charset=utf-8' },
  { format: 'json', type: 'application/feed+json' },
] as const;

const all = feeds.flatMap((feed) => formats.map((it) => ({ ...feed, ...it })));

const jsonItems = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      url: z.string(),
      title: z.string(),
      content_text: z.string(),
      date_published: z.string(),
    }),
  ),
});

async function readItems(handler: Handler, slug: string, path: string) {
  const { text } = await ask(handler, slug, `${path}json/`);
  return jsonItems.parse(JSON.parse(text)).items;
}

test.each(all)('$path as $format is valid and has items', async (feed) => {
  const { response, text, self } = await ask(
    feed.handler,
    feed.slug,
    `${feed.path}${feed.format}/`,
  );
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe(feed.type);
  expect(rules[feed.format](text, self)).toEqual([]);
  expect(text.split(/<item>|<entry>|"id":/).length).toBeGreaterThan(5);
});

describe('texts with special characters', () => {
  const hostile = `<script>alert(1)</script> ]]> & &amp; "q" 'q' \u0000\u0007\u001f\ufffe 日本 😀`;
  // Only characters that XML can't contain are removed.
  const harmless = `<script>alert(1)</script> ]]> & &amp; "q" 'q'  日本 😀`;

  async function withHostileTexts<Result>(work: () => Promise<Result>) {
    const db = database().$client;
    db.exec('begin');
    try {
      db.prepare('update packages set title = ?, repo_description = ?').run(hostile, hostile);
      db.prepare('update grids set title = ?, description = ?').run(hostile, hostile);
      db.prepare('update categories set title_plural = ?').run(hostile);
      // The feed of all packages omits invalid version numbers, so only some are left.
      db.prepare('update versions set number = number || ? where id % 2 = 0').run('<&>\u0000');
      return await work();
    } finally {
      db.exec('rollback');
    }
  }

  test.each(all)('keep $path as $format valid and are read unchanged', async (feed) => {
    const { text, self } = await withHostileTexts(() =>
      ask(feed.handler, feed.slug, `${feed.path}${feed.format}/`),
    );

    expect(rules[feed.format](text, self)).toEqual([]);
    if (feed.format === 'json') {
      const shown = hostile.replace('\u0000\u0007\u001f', '');
      expect(jsonItems.parse(JSON.parse(text)).items[0]?.title).toContain(shown);
      return;
    }
    const root = readXml(text);
    const channel = childrenOf(root, 'channel')[0] ?? root;
    const item = [...childrenOf(channel, 'item'), ...childrenOf(root, 'entry')][0] ?? root;
    expect(onlyText(item, 'title')).toContain(harmless);
    // A summary is HTML, so its text is escaped once more.
    const summary = onlyText(item, feed.format === 'rss' ? 'description' : 'summary') ?? '';
    expect(summary).toContain('&lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; &amp; &amp;amp;');
    expect(summary).not.toContain('<');
  });
});

test('the feed of the latest packages has the 15 newest, active or not, like the reference', async () => {
  database().$client.exec(
    `update packages set created_at = 1795237200000001, is_archived = 1 where slug = 'celery'`,
  );
  const newest = listNewestPackages(15);
  expect(newest).toHaveLength(15);
  expect(newest[0]?.slug).toBe('celery');
  const { response, text } = await ask(latestPackages, '', '/feeds/packages/latest/rss/');
  const channel = childrenOf(readXml(text), 'channel')[0] ?? readXml(text);
  expect(onlyText(channel, 'title')).toBe('Latest Django packages added');
  expect(childrenOf(channel, 'item').map((it) => onlyText(it, 'title'))).toEqual(
    newest.map(({ title }) => title),
  );
  expect(childrenOf(channel, 'item').map((it) => onlyText(it, 'description'))).toEqual(
    newest.map((it) => it.description.replaceAll('&', '&amp;')),
  );
  expect(onlyText(channel, 'lastBuildDate')).toBe('Sat, 21 Nov 2026 05:00:00 +0000');
  expect(response.headers.get('last-modified')).toBe('Sat, 21 Nov 2026 05:00:00 GMT');
});

test.each(all)('every item of $path as $format has a date', async (feed) => {
  const { text } = await ask(feed.handler, feed.slug, `${feed.path}${feed.format}/`);
  const count = (part: RegExp) => text.match(part)?.length ?? 0;
  const items = count(/<item>|<entry>|"content_text":/g);
  expect(items).toBeGreaterThan(4);
  expect(count(/<pubDate>|<published>|"date_published":/g)).toBe(items);
});

test('releases of the shipped catalogue were first seen when it was compiled', async () => {
  const [item] = await readItems(latestReleases, '', '/feeds/releases/latest/');
  expect(item).toMatchObject({ date_published: '2026-11-21T05:00:00Z' });
  expect(item?.content_text).toMatch(
    /^Released in November 2026; listed here since 21 November 2026\. /,
  );
});

test('feed and page order packages added at the same time alike', () => {
  const db = database().$client;
  db.exec('begin');
  try {
    db.exec(`update packages set created_at = 1795237200000002 where id % 3 = 0`);
    const active = listNewestPackages(400)
      .map(({ slug }) => slug)
      .filter((slug) => isActive(slug));
    const page = listPackages({}, '-created', { limit: 400, offset: 0 }).map(({ slug }) => slug);
    expect(active).toEqual(page);
    const [category] = db.prepare('select id from categories order by id').pluck().all();
    const own = listNewestPackagesOf(Number(category), 400).map(({ slug }) => slug);
    expect(own).toEqual(
      listNewestPackages(400)
        .map(({ slug }) => slug)
        .filter((it) => own.includes(it)),
    );
  } finally {
    db.exec('rollback');
  }
});

function isActive(slug: string): boolean {
  const statement = database().$client.prepare('select is_active from packages where slug = ?');
  return statement.pluck().get(slug) === 1;
}

test('a release with a known time has that time', async () => {
  const db = database().$client;
  db.exec(`update versions set date_precision = 'time', released_at = 1793505723000000
    where number = '5.7.0' and package_id = (select id from packages where slug = 'celery')`);
  const [item] = await readItems(packageFeed, 'celery', '/feeds/packages/p/celery/');
  expect(item).toMatchObject({ title: 'Celery 5.7.0', date_published: '2026-11-01T04:02:03Z' });
});

test('the id of an added package is its page, as in the feeds of the reference', async () => {
  const { text } = await ask(latestPackages, '', '/feeds/packages/latest/rss/');
  const items = text.slice(text.indexOf('<item>'));
  const pairs = [...items.matchAll(/<link>(.*?)<\/link>\n<description>[^]*?<guid>(.*?)<\/guid>/g)];
  expect(pairs).toHaveLength(15);
  for (const [, link, guid] of pairs) expect(guid).toBe(link);
});

test('items keep their ids when a package gets another slug and title', async () => {
  const lasting = feeds.filter(({ path }) => /\/(releases|grids)\//.test(path));
  const idsOf = async () => {
    const lists = await Promise.all(lasting.map((it) => readItems(it.handler, it.slug, it.path)));
    return lists.map((items) => items.map(({ id }) => id).sort());
  };
  const before = await idsOf();
  database().$client.exec(`update packages set slug = slug || '-2', title = title || ' 2'`);
  const after = await idsOf();
  database().$client.exec(
    `update packages set slug = substr(slug, 1, length(slug) - 2), title = substr(title, 1, length(title) - 2)`,
  );
  expect(after).toEqual(before);
});

test('the feed of a grid has releases and added packages', async () => {
  const items = await readItems(gridFeed, 'websockets', '/feeds/grids/websockets/');
  expect(items.some(({ title }) => title.endsWith(' was added to Websockets'))).toBe(true);
  expect(items.some(({ content_text: text }) => text.startsWith('Released '))).toBe(true);
});

test.each(all)('$path as $format is not sent again to a client that has it', async (it) => {
  const path = `${it.path}${it.format}/`;
  const send = async (headers: Record<string, string>) => {
    const { response, text } = await ask(it.handler, it.slug, path);
    return sendAsServer(new Response(text, response), path, headers);
  };
  const { header } = await send({});
  const etag = header('etag') ?? '';
  const changed = header('last-modified') ?? '';
  const again = async (headers: Record<string, string>) => (await send(headers)).status;

  expect(await again({ 'if-none-match': etag })).toBe(304);
  expect(await again({ 'if-none-match': `"other", ${etag}` })).toBe(304);
  expect(await again({ 'if-modified-since': changed })).toBe(304);
  expect(await again({ 'if-modified-since': 'Sat, 01 Jan 2000 00:00:00 GMT' })).toBe(200);
  // The ETag takes precedence over the date.
  expect(await again({ 'if-none-match': '"other"', 'if-modified-since': changed })).toBe(200);
});

test.each([
  { path: '/feeds/packages/latest/xml/', slug: '', handler: latestPackages },
  { path: '/feeds/categories/nope/rss/', slug: 'nope', handler: categoryFeed },
  { path: '/feeds/grids/nope/rss/', slug: 'nope', handler: gridFeed },
  { path: '/feeds/packages/p/nope/rss/', slug: 'nope', handler: packageFeed },
])('$path is not found', async ({ path, slug, handler }) => {
  expect((await ask(handler, slug, path)).response.status).toBe(404);
});

test('the feeds of a former slug redirect to the current one', async () => {
  database().$client.exec(`insert into slug_redirects (kind, old_slug, package_id, created_at)
    select 'package', 'old-celery', id, 1795237200000000 from packages where slug = 'celery';
    insert into slug_redirects (kind, old_slug, grid_id, created_at)
    select 'grid', 'sockets', id, 1795237200000000 from grids where slug = 'websockets'`);
  const { response } = await ask(packageFeed, 'old-celery', '/feeds/packages/p/old-celery/atom/');
  expect([response.status, response.headers.get('location')]).toEqual([
    301,
    '/feeds/packages/p/celery/atom/',
  ]);
  const { response: grid } = await ask(gridFeed, 'sockets', '/feeds/grids/sockets/rss/');
  expect(grid.headers.get('location')).toBe('/feeds/grids/websockets/rss/');
});

test('a feed without items is valid too', async () => {
  database().$client.exec(
    "delete from versions where package_id = (select id from packages where slug = 'celery')",
  );
  for (const { format } of formats) {
    const path = `/feeds/packages/p/celery/${format}/`;
    const { text, self } = await ask(packageFeed, 'celery', path);
    expect(rules[format](text, self)).toEqual([]);
  }
});
