import { asc, eq, gte, sql } from 'drizzle-orm';
import type { Micros } from '@/lib/time';
import { prepared } from '../client';
import { grids, packages, weeklyPicks } from '../schema';

const shown = {
  week: weeklyPicks.week,
  note: weeklyPicks.note,
  grid: { slug: grids.slug, title: grids.title, description: grids.description },
  package: { slug: packages.slug, title: packages.title, description: packages.repoDescription },
};

const ofWeek = prepared((db) =>
  db
    .select(shown)
    .from(weeklyPicks)
    .leftJoin(grids, eq(grids.id, weeklyPicks.gridId))
    .leftJoin(packages, eq(packages.id, weeklyPicks.packageId))
    .where(eq(weeklyPicks.week, sql.placeholder('week')))
    .prepare(),
);

export type WeeklyPick = NonNullable<ReturnType<typeof findWeeklyPick>>;

/** The grid and the package of a week, which is given by its start. Either may be missing. */
export const findWeeklyPick = (week: Micros) => ofWeek().get({ week });

const since = prepared((db) =>
  db
    .select(shown)
    .from(weeklyPicks)
    .leftJoin(grids, eq(grids.id, weeklyPicks.gridId))
    .leftJoin(packages, eq(packages.id, weeklyPicks.packageId))
    .where(gte(weeklyPicks.week, sql.placeholder('week')))
    .orderBy(asc(weeklyPicks.week))
    .prepare(),
);

/** What was chosen for a week and those after it. */
export const listWeeklyPicks = (week: Micros) => since().all({ week });
