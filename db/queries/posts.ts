import { desc, eq, gt, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { Page } from '@/lib/list/paging';
import { isPublic } from '@/lib/posts/is-public';
import type { Micros } from '@/lib/time';
import { prepared } from '../client';
import { accounts, posts } from '../schema';
import { isInIds, presentName } from './conditions';

const heading = {
  id: posts.id,
  slug: posts.slug,
  title: posts.title,
  publishedAt: posts.publishedAt,
  modifiedAt: posts.modifiedAt,
};

const full = {
  ...heading,
  body: posts.body,
  author: presentName,
};

/**
 * Reads those that will be public, too: the cache repeats the SELECTs of a page with the same values, and one with an earlier “now” would
 * never find a post that was published since.
 */
const dated = prepared((db) =>
  db
    .select(heading)
    .from(posts)
    .where(isNotNull(posts.publishedAt))
    .orderBy(desc(posts.publishedAt), desc(posts.id))
    .prepare(),
);

/** The public posts without their text, newest first. There are few enough to read at once. */
export const listPostHeadings = (now: Micros) =>
  dated()
    .all()
    .filter((it) => isPublic(it, now));

const inIds = prepared((db) =>
  db
    .select(full)
    .from(posts)
    .leftJoin(accounts, eq(accounts.id, posts.author))
    .where(isInIds(posts.id))
    .orderBy(desc(posts.publishedAt), desc(posts.id))
    .prepare(),
);

/** A page of the public posts, newest first. */
export function listPosts(now: Micros, { offset, limit }: Page) {
  const ids = listPostHeadings(now)
    .slice(offset, offset + limit)
    .map(({ id }) => id);
  return inIds()
    .all({ ids: JSON.stringify(ids) })
    .filter((it) => isPublic(it, now));
}

const unpublished = prepared((db) =>
  db
    .select(heading)
    .from(posts)
    .where(or(isNull(posts.publishedAt), gt(posts.publishedAt, sql.placeholder('now'))))
    .orderBy(desc(posts.id))
    .prepare(),
);

/** Drafts, and posts that will be published later, newest first. */
export const listUnpublishedPosts = (now: Micros) => unpublished().all({ now });

const bySlug = prepared((db) =>
  db
    .select(full)
    .from(posts)
    .leftJoin(accounts, eq(accounts.id, posts.author))
    .where(eq(posts.slug, sql.placeholder('slug')))
    .prepare(),
);

/** The post with a slug, public or not. */
export const findPost = (slug: string) => bySlug().get({ slug });

const byId = prepared((db) =>
  db
    .select()
    .from(posts)
    .where(eq(posts.id, sql.placeholder('id')))
    .prepare(),
);

/** The post with an id, public or not. */
export const findPostById = (id: number) => byId().get({ id });
