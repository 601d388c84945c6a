import { describe, expect, test } from 'vitest';
import { toAtom } from '@/lib/feeds/atom';
import { toJsonFeed } from '@/lib/feeds/json-feed';
import { toRss } from '@/lib/feeds/rss';
import type { Feed } from '@/lib/feeds/feed';
import { atomFaults, jsonFeedFaults, rssFaults } from '@/tests/tools/feed-rules';

const self = 'https://example.org/feed/';

const item = {
  id: 'https://example.org/api/v4/packages/1/',
  title: 'Celery',
  link: 'https://example.org/packages/p/celery/',
  summary: 'A task queue',
  at: 1_795_237_200_000_000,
  publishedAt: 1_795_237_200_000_000,
  changedAt: 1_795_237_200_000_000,
};

const feed: Feed = {
  id: 'https://example.org/feed/',
  title: 'Latest packages',
  description: 'The latest',
  link: 'https://example.org/',
  self,
  updatedAt: 1_795_237_200_000_000,
  items: [item, { ...item, id: 'https://example.org/api/v4/packages/2/' }],
};

const kinds = {
  rss: { write: toRss, faultsOf: rssFaults },
  atom: { write: toAtom, faultsOf: atomFaults },
  json: { write: toJsonFeed, faultsOf: jsonFeedFaults },
};

describe('the feed rules', () => {
  test.each(Object.values(kinds))('accept a valid feed', (kind) => {
    expect(kind.faultsOf(kind.write(feed), self)).toEqual([]);
  });

  test.each([
    ['rss', '<title>Latest packages</title>', ''],
    ['rss', '<description>The latest</description>', ''],
    ['rss', 'version="2.0"', 'version="0.9"'],
    ['rss', '<link>https://example.org/</link>', '<link>/</link>'],
    ['rss', 'https://example.org/api/v4/packages/2/', 'https://example.org/api/v4/packages/1/'],
    ['rss', '<pubDate>Sat, 21 Nov', '<pubDate>Sun, 21 Nov'],
    ['rss', '<pubDate>Sat, 21 Nov 2026', '<pubDate>2026-11-21T'],
    ['rss', '2026 05:00:00', '2126 05:00:00'],
    ['rss', '<title>Celery</title>', '<title>Celery & Co</title>'],
    ['rss', '<title>Celery</title>', '<title>Celery <b></title>'],
    ['rss', '<title>Celery</title>', '<title>Celery \u0007</title>'],
    ['rss', '<title>Celery</title>', '<title>Celery</title><name>Celery</name>'],
    ['rss', 'isPermaLink="false">https:', '>urn:'],
    ['rss', 'rel="self"', 'rel="next"'],
    ['rss', self, 'https://example.org/other/'],
    ['rss', 'xmlns:atom="http://www.w3.org/2005/Atom"', ''],
    ['atom', '<id>https://example.org/feed/</id>', ''],
    ['atom', '<updated>2026-11-21T05:00:00Z</updated>', ''],
    ['atom', '<updated>2026-11-21T05:00:00Z', '<updated>2026-11-21'],
    ['atom', '<updated>2026-11-21T', '<updated>2026-02-30T'],
    ['atom', '<author><name>Packgrid</name></author>', ''],
    ['atom', '<author><name>Packgrid</name></author>', '<author>Packgrid</author>'],
    ['atom', 'packages/2/', 'packages/1/'],
    ['atom', 'rel="self"', 'rel="alternate"'],
    ['atom', 'href="https://example.org/packages', 'href="/packages'],
    ['atom', 'type="html"', 'type="markdown"'],
    ['atom', '<title>Celery</title>', '<title>Celery</title><title>Celery</title>'],
    ['atom', '<title>Celery</title>', '<title><b>Celery</b></title>'],
    ['atom', 'xmlns="http://www.w3.org/2005/Atom"', ''],
    ['json', 'version/1.1', 'version/1'],
    ['json', '"title":"Latest packages",', ''],
    ['json', 'packages/2/', 'packages/1/'],
    ['json', '"content_text":"A task queue",', ''],
    ['json', '2026-11-21T05:00:00Z', '21 Nov 2026'],
    ['json', '"id":"https://example.org/api/v4/packages/1/"', '"id":1'],
    ['json', `"feed_url":"${self}"`, '"feed_url":"https://example.org/other/"'],
    ['json', '"title":"Celery"', '"name":"Celery"'],
  ] as const)('reject %s with %j as %j', (kind, part, broken) => {
    const { write, faultsOf } = kinds[kind];
    const text = write(feed);
    expect(text).toContain(part);
    expect(faultsOf(text.replace(part, broken), self)).not.toEqual([]);
  });
});
