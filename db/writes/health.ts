import { eq, sql } from 'drizzle-orm';
import { judgeHealth } from '@/lib/scoring/health';
import { trendOf } from '@/lib/scoring/trend';
import { DAY_ZONE, MICROS_PER_DAY, type Micros } from '@/lib/time';
import { database, prepared } from '../client';
import { listHealthBefore, listHealthInputs } from '../queries/health';
import { packages } from '../schema';

const update = prepared((db) =>
  db
    .update(packages)
    .set({
      health: sql`${sql.placeholder('health')}`,
      healthAt: sql`${sql.placeholder('healthAt')}`,
      trend: sql`${sql.placeholder('trend')}`,
    })
    .where(eq(packages.id, sql.placeholder('id')))
    .prepare(),
);

/** Computes and stores health and trend of some packages, or of all, as of `now`, in one transaction. Returns how many. */
export function refreshHealth(now: Micros, ids?: number[]): number {
  return database().transaction(() => saveHealth(now, ids), { behavior: 'immediate' });
}

/** Like `refreshHealth`, within the caller's transaction. */
export function saveHealth(now: Micros, ids?: number[]): number {
  const judged = listHealthInputs(ids);
  for (const it of judged) update().run({ id: it.id, healthAt: now, ...judge(it, now) });
  return judged.length;
}

/** Packages per transaction, so that other writers wait for no more than these. */
const GROUP = 500;

/** An unchanged value is stored again after this many microseconds, so that its date stays recent. */
const LONGEST_UNSTORED = 7 * MICROS_PER_DAY;

/**
 * Recomputes health and trend of all packages for which that was done over a day ago. Stores only changed values (and week-old ones), so
 * that the site's cached pages of other packages stay valid. Returns how many were computed and how many changed.
 */
export function judgeAgain(now: Micros) {
  const due = listHealthBefore(now - MICROS_PER_DAY);
  const total = { judged: due.length, changed: 0 };
  for (let start = 0; start < due.length; start += GROUP) {
    const facts = listHealthInputs(due.slice(start, start + GROUP));
    const changed = facts.filter((it) => isChanged(it, now)).map(({ id }) => id);
    const old = facts.filter((it) => isLongUnstored(it.healthAt, now)).map(({ id }) => id);
    const ids = [...new Set([...changed, ...old])];
    // Reads the packages again, as an import may have changed them meanwhile.
    if (ids.length > 0) refreshHealth(now, ids);
    total.changed += changed.length;
  }
  return total;
}

type HealthInputRow = ReturnType<typeof listHealthInputs>[number];

const isLongUnstored = (healthAt: Micros | null, now: Micros) =>
  healthAt === null || now - healthAt >= LONGEST_UNSTORED;

function isChanged(it: HealthInputRow, now: Micros): boolean {
  const { health, trend } = judge(it, now);
  return health !== it.health || trend !== it.trend;
}

/** The time zone only affects how days are worded, not the numbers. */
function judge(it: HealthInputRow, now: Micros) {
  const clock = { now, zone: DAY_ZONE };
  return { health: judgeHealth(it, clock).health, trend: trendOf(it, clock) };
}
