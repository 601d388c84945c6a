import { MICROS_PER_DAY, type Micros } from '@/lib/time';

/** A new account becomes an editor after this many days and changes that nobody has reverted. */
export const PROMOTION = { days: 4, changes: 10 };

/** Whether an account that was created then, with this many unreverted changes, becomes an editor. */
export const isDue = (createdAt: Micros, changes: number, now: Micros): boolean =>
  now - createdAt >= PROMOTION.days * MICROS_PER_DAY && changes >= PROMOTION.changes;
