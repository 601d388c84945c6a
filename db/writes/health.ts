import { eq, sql } from 'drizzle-orm';
import { judgeHealth } from '@/lib/scoring/health';
import { trendOf } from '@/lib/scoring/trend';
import { DAY_ZONE, type Micros } from '@/lib/time';
import { database, prepared } from '../client';
import { listHealthFacts } from '../queries/health';
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

/** Judges the health and the trend of some packages, or of all, as they are at a moment, in one transaction. Says how many. */
export function refreshHealth(now: Micros, ids?: number[]): number {
  return database().transaction(() => saveHealth(now, ids), { behavior: 'immediate' });
}

/** The same within a transaction that is under way. */
export function saveHealth(now: Micros, ids?: number[]): number {
  const judged = listHealthFacts(ids);
  // The zone names days in words, of which the number knows nothing.
  const clock = { now, zone: DAY_ZONE };
  for (const { id, ...facts } of judged) {
    const { health } = judgeHealth(facts, clock);
    update().run({ id, health, healthAt: now, trend: trendOf(facts, clock) });
  }
  return judged.length;
}
