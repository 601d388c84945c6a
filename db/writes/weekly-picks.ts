import { eq } from 'drizzle-orm';
import type { Micros } from '@/lib/time';
import { database } from '../client';
import { weeklyPicks } from '../schema';
import type { Edit } from './edit';
import { writePermitted } from './permitted';

interface Pick {
  gridId: number | null;
  packageId: number | null;
  note: string;
}

/** Saves the grid and the package of a week; with neither, the week has no choice. */
export function saveWeeklyPick(
  { accountId }: { accountId: Edit['accountId'] },
  week: Micros,
  pick: Pick,
): void {
  writePermitted(accountId, 'post.write', () => {
    const db = database();
    if (pick.gridId === null && pick.packageId === null) {
      db.delete(weeklyPicks).where(eq(weeklyPicks.week, week)).run();
      return;
    }
    db.insert(weeklyPicks)
      .values({ week, ...pick })
      .onConflictDoUpdate({ target: weeklyPicks.week, set: pick })
      .run();
  });
}
