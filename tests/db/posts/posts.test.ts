import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { GET as index } from '@/app/changelog/feeds/route';
import { GET as feed } from '@/app/changelog/feeds/[format]/route';
import { GET as sitemap } from '@/app/sitemap-blog.xml/route';
import { database } from '@/db/client';
import { findPost, listPostHeadings, listPosts, listUnpublishedPosts } from '@/db/queries/posts';
import { traceQueries } from '@/db/query-trace';
import { revalidateWith } from '@/db/revalidate';
import { accounts, posts } from '@/db/schema';
import { addPost, deletePost, savePost } from '@/db/writes/posts';
import { PermissionError } from '@/lib/accounts/permissions';
import { ConflictError } from '@/lib/edits/conflict';
import { MissingError } from '@/lib/edits/missing';
import { MICROS_PER_DAY, now, parseTime, type Micros } from '@/lib/time';
import { insertAccount } from '@/tests/tools/add-account';
import { askDocument, HOST } from '@/tests/tools/ask-document';
import { useEmptyDatabase } from '@/tests/tools/database';
import { atomFaults, jsonFeedFaults, rssFaults } from '@/tests/tools/feed-rules';
import { sitemapFaults } from '@/tests/tools/sitemap-rules';

useEmptyDatabase();

const noon = parseTime('2026-11-30T12:00:00Z', 'UTC') ?? 0;
const by = (at: Micros = noon, accountId = 'mod') => ({ accountId, now: at });
const draft = { title: 'News', body: 'We have news.', state: 'draft', publishedAt: null } as const;
const post = { ...draft, state: 'published' } as const;
const idOf = (slug: string) => findPost(slug)?.id ?? 0;
const publicSlugs = (at: Micros) => listPostHeadings(at).map(({ slug }) => slug);

beforeAll(() => {
  insertAccount('mod', 'moderator');
  insertAccount('eve', 'trusted');
  insertAccount('banned', 'admin');
  database().update(accounts).set({ bannedAt: 1 }).where(eq(accounts.id, 'banned')).run();
});

beforeEach(() => {
  database().delete(posts).run();
});

describe('a post is public', () => {
  test('from its time on, and never as a draft', () => {
    addPost(by(), draft);
    const slug = addPost(by(), { ...post, title: 'Later', publishedAt: noon + 10 });
    expect(slug).toBe('2026-11-30-later');
    expect(publicSlugs(noon + 9)).toEqual([]);
    expect(listUnpublishedPosts(noon + 9).map(({ title }) => title)).toEqual(['Later', 'News']);
    expect(publicSlugs(noon + 10)).toEqual([slug]);
    expect(listPosts(noon + 10, { limit: 5, offset: 0 })).toMatchObject([
      { slug, body: 'We have news.', author: 'mod', publishedAt: noon + 10 },
    ]);
    expect(listUnpublishedPosts(noon + 10).map(({ title }) => title)).toEqual(['News']);
  });

  test('in the order of publication, page by page', () => {
    for (let day = 0; day < 5; day++)
      addPost(by(), { ...post, title: `Post ${day}`, publishedAt: noon - day * MICROS_PER_DAY });
    const titles = listPosts(noon, { limit: 2, offset: 2 }).map(({ title }) => title);
    expect(titles).toEqual(['Post 2', 'Post 3']);
  });

  test('no longer as a draft, and then under a new slug', () => {
    const slug = addPost(by(), post);
    savePost(by(noon + 1), idOf(slug), draft, {});
    expect(publicSlugs(noon + 2)).toEqual([]);
    const later = noon + MICROS_PER_DAY;
    expect(savePost(by(later), idOf(slug), post, {})).toBe('2026-12-01-news');
    expect(findPost('2026-12-01-news')?.publishedAt).toBe(later);
  });
});

describe('the slug', () => {
  test('begins with the day of publication, and is unique', () => {
    expect(addPost(by(), post)).toBe('2026-11-30-news');
    expect(addPost(by(), post)).toBe('2026-11-30-news-2');
    expect(addPost(by(), { ...post, publishedAt: noon + MICROS_PER_DAY })).toBe('2026-12-01-news');
    expect(addPost(by(), { ...post, title: '新闻' })).toBe('2026-11-30');
  });

  test('follows the title of a draft, and stays once the post is public', () => {
    const slug = addPost(by(), draft);
    const renamed = savePost(by(), idOf(slug), { ...draft, title: 'Great news' }, {});
    expect(renamed).toBe('2026-11-30-great-news');
    const id = idOf(renamed);
    const published = savePost(by(), id, { ...post, title: 'Great news' }, {});
    expect(published).toBe(renamed);
    expect(savePost(by(noon + 1), id, { ...post, title: 'Bad news' }, {})).toBe(renamed);
  });
});

test('saving the form again keeps the time of publication to the second', () => {
  const slug = addPost(by(noon + 12_345_678), post);
  savePost(by(noon + MICROS_PER_DAY), idOf(slug), { ...post, publishedAt: noon }, {});
  expect(findPost(slug)).toMatchObject({
    publishedAt: noon + 12_345_678,
    modifiedAt: noon + MICROS_PER_DAY,
  });
});

describe('a post is written by moderators only', () => {
  test.each(['eve', 'banned', 'nobody'])('not by %s', (accountId) => {
    const slug = addPost(by(), post);
    const actor = by(noon, accountId);
    const id = idOf(slug);
    for (const write of [
      () => addPost(actor, post),
      () => savePost(actor, id, { ...post, body: 'Spam' }, {}),
      () => {
        deletePost(actor, id);
      },
    ])
      expect(write).toThrow(PermissionError);
    expect(listPosts(noon, { limit: 9, offset: 0 }).map(({ body }) => body)).toEqual([
      'We have news.',
    ]);
  });

  test('two of them lose no text', () => {
    const id = idOf(addPost(by(), post));
    const opened = { title: post.title, body: post.body };
    savePost(by(), id, { ...post, body: 'Theirs' }, opened);
    expect(() => savePost(by(), id, { ...post, body: 'Mine' }, opened)).toThrow(ConflictError);
    expect(savePost(by(), id, { ...post, body: 'Mine' }, { ...opened, body: 'Theirs' })).toBe(
      '2026-11-30-news',
    );
  });

  test('a deleted one is gone', () => {
    const id = idOf(addPost(by(), post));
    deletePost(by(), id);
    expect(publicSlugs(noon)).toEqual([]);
    expect(() => savePost(by(), id, post, {})).toThrow(MissingError);
  });
});

test('a cached list notices a post that was published after it was rendered', async () => {
  const check = revalidateWith(() => Math.random());
  const { trace } = await traceQueries(() =>
    Promise.resolve(listPosts(noon, { limit: 5, offset: 0 })),
  );
  expect(trace && check(trace)).toBe(true);
  addPost(by(noon + 1), post);
  expect(trace && check(trace)).toBe(false);
});

describe('the feeds', () => {
  const rules = { rss: rssFaults, atom: atomFaults, json: jsonFeedFaults };

  test.each(Object.entries(rules))(
    '%s is valid, with and without posts',
    async (format, faults) => {
      const path = `/changelog/feeds/${format}/`;
      const read = () => askDocument(feed, path, { format });
      expect(faults((await read()).text, `http://${HOST}${path}`)).toEqual([]);
      for (let count = 1; count <= 12; count++)
        addPost(by(), {
          ...post,
          title: `Post <${count}> & co`,
          body: `# H\n\n*Text* ${count} <b>`,
        });
      addPost(by(), { ...draft, title: 'A secret' });
      addPost(by(), { ...post, title: 'A surprise', publishedAt: now() + MICROS_PER_DAY });
      const { status, text } = await read();
      expect(status).toBe(200);
      expect(faults(text, `http://${HOST}${path}`)).toEqual([]);
      expect(text.match(/Post [^ ]*12[^ ]* /g)).toHaveLength(1);
      expect(text).toContain('Text 3 ');
      expect(text).not.toMatch(/Text 2 |secret|surprise/);
    },
  );

  test('the URL without a format is RSS, and others are missing', async () => {
    addPost(by(), post);
    const answer = await askDocument(index, '/changelog/feeds/', {});
    expect(answer.header('content-type')).toBe('application/rss+xml; charset=utf-8');
    expect(rssFaults(answer.text, `http://${HOST}/changelog/feeds/rss/`)).toEqual([]);
    expect((await askDocument(feed, '/changelog/feeds/x/', { format: 'x' })).status).toBe(404);
  });
});

test('the sitemap has the list and the public posts', async () => {
  const read = async () => (await askDocument(sitemap, '/sitemap-blog.xml', {})).text;
  expect(sitemapFaults(await read(), `http://${HOST}`)).toEqual([]);
  addPost(by(), draft);
  const slug = addPost(by(), { ...post, title: 'Out' });
  const text = await read();
  expect(sitemapFaults(text, `http://${HOST}`)).toEqual([]);
  expect(text.match(/<loc>/g)).toHaveLength(2);
  expect(text).toContain(`http://${HOST}/changelog/${slug}/</loc><lastmod>`);
});
