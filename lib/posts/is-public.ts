import type { Micros } from '@/lib/time';

/** Whether a post is public at a time; drafts have no date. */
export const isPublic = <Post extends { publishedAt: Micros | null }>(
  post: Post,
  now: Micros,
): post is Post & { publishedAt: Micros } => post.publishedAt !== null && post.publishedAt <= now;
