import { asc, eq, gt, sql } from 'drizzle-orm';
import type { Micros } from '@/lib/time';
import { prepared } from '../client';
import { announcements } from '../schema';

const unfinished = prepared((db) =>
  db
    .select()
    .from(announcements)
    .where(gt(announcements.endsAt, sql.placeholder('now')))
    .orderBy(asc(announcements.endsAt), asc(announcements.id))
    .prepare(),
);

/** Announcements that have not ended, in the order in which they end. */
export const listAnnouncements = (now: Micros) => unfinished().all({ now });

/**
 * The announcement to show; of several, the newest. Times are compared here, not in SQL: the cache repeats the SELECT of a page with the
 * same values, and its row changes when an announcement is ended early.
 */
export const findAnnouncement = (now: Micros) =>
  listAnnouncements(now)
    .filter(({ startsAt }) => startsAt <= now)
    .toSorted((a, b) => b.startsAt - a.startsAt)[0];

const byId = prepared((db) =>
  db
    .select()
    .from(announcements)
    .where(eq(announcements.id, sql.placeholder('id')))
    .prepare(),
);

/** The announcement with an id. */
export const findAnnouncementById = (id: number) => byId().get({ id });
