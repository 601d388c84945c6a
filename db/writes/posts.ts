import { eq } from 'drizzle-orm';
import { expectUnchanged } from '@/lib/edits/conflict';
import { MissingError } from '@/lib/edits/missing';
import { newSlug } from '@/lib/edits/slug';
import { timeText, type PostFields } from '@/lib/posts/fields';
import { isPublic } from '@/lib/posts/is-public';
import { formatDay, type Micros } from '@/lib/time';
import { database } from '../client';
import { findPost, findPostById } from '../queries/posts';
import { posts } from '../schema';
import type { Edit } from './edit';
import { writePermitted } from './permitted';

type By = Pick<Edit, 'accountId' | 'now'>;

/** Adds a post and returns its slug. */
export function addPost({ accountId, now }: By, { title, body, ...wanted }: PostFields): string {
  return writePermitted(accountId, 'post.write', () => {
    const publishedAt = publishedTime(wanted, now);
    const slug = slugOf(title, publishedAt ?? now);
    const times = { publishedAt, createdAt: now, modifiedAt: now };
    database()
      .insert(posts)
      .values({ title, body, slug, author: accountId, ...times })
      .run();
    return slug;
  });
}

/**
 * Saves a post and returns its slug, which begins with the day of publication and stays the same from then on. `opened` is what its form
 * showed when it was opened.
 *
 * @throws {MissingError} if there is no such post
 * @throws {ConflictError} if somebody has changed it since
 */
export function savePost(
  { accountId, now }: By,
  id: number,
  { title, body, ...wanted }: PostFields,
  opened: Partial<Record<'title' | 'body', string>>,
): string {
  return writePermitted(accountId, 'post.write', () => {
    const post = existing(id);
    expectUnchanged(opened, { title: post.title, body: post.body }, { title, body });
    const publishedAt = publishedTime(wanted, now, post.publishedAt);
    const isKept = isPublic(post, now);
    const slug = isKept ? post.slug : slugOf(title, publishedAt ?? now, post.slug);
    const row = { title, body, slug, publishedAt, modifiedAt: now };
    database().update(posts).set(row).where(eq(posts.id, id)).run();
    return slug;
  });
}

/** Deletes a post. */
export function deletePost({ accountId }: By, id: number): void {
  writePermitted(accountId, 'post.write', () => {
    existing(id);
    database().delete(posts).where(eq(posts.id, id)).run();
  });
}

/** When a post is or was published; null for a draft. Forms show minutes only, so the same minute is the same time. */
function publishedTime(
  { state, publishedAt }: Pick<PostFields, 'state' | 'publishedAt'>,
  now: Micros,
  before: Micros | null = null,
): Micros | null {
  if (state === 'draft') return null;
  const isSame = publishedAt === null || timeText(publishedAt) === timeText(before);
  return isSame ? (before ?? now) : publishedAt;
}

/** A free slug such as `2026-12-24-new-feeds`, as on djangopackages.org; `own` counts as free. */
function slugOf(title: string, publishedAt: Micros, own?: string): string {
  const isTaken = (slug: string) => slug !== own && findPost(slug) !== undefined;
  return newSlug(`${formatDay(publishedAt, 'UTC')} ${title}`, isTaken);
}

function existing(id: number) {
  const post = findPostById(id);
  if (!post) throw new MissingError('This post no longer exists.');
  return post;
}
