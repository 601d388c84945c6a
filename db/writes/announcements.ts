import { eq } from 'drizzle-orm';
import { MissingError } from '@/lib/edits/missing';
import type { AnnouncementFields } from '@/lib/posts/fields';
import { database } from '../client';
import { findAnnouncementById } from '../queries/announcements';
import { announcements } from '../schema';
import type { Edit } from './edit';
import { writePermitted } from './permitted';

type By = Pick<Edit, 'accountId' | 'now'>;

/** Adds an announcement that starts now. */
export function addAnnouncement({ accountId, now }: By, wanted: AnnouncementFields): void {
  const { days, ...fields } = wanted;
  writePermitted(accountId, 'post.write', () => {
    database()
      .insert(announcements)
      .values({ ...fields, startsAt: now, endsAt: now + days, author: accountId })
      .run();
  });
}

/**
 * Ends an announcement; does nothing if it has ended.
 *
 * @throws {MissingError} if there is no such announcement
 */
export function endAnnouncement({ accountId, now }: By, id: number): void {
  writePermitted(accountId, 'post.write', () => {
    const found = findAnnouncementById(id);
    if (!found) throw new MissingError('This announcement no longer exists.');
    // One that starts later gets the shortest period that the table accepts.
    const endsAt = Math.min(found.endsAt, Math.max(now, found.startsAt + 1));
    database().update(announcements).set({ endsAt }).where(eq(announcements.id, id)).run();
  });
}
