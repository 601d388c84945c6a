import type { PackageMetadataRow } from '@/db/queries/metadata';
import { weeklyMetrics } from '@/db/schema';
import type { IncomingPackage } from '@/lib/import/incoming/package';
import type { WeekOfMetrics } from '@/lib/package/weekly-metrics';
import { database } from '../../client';
import type { Part } from './rows';

const figures = ['stars', 'forks', 'openIssues', 'downloads', 'health'] as const;

/** Adds the weeks and figures of the source that are unknown here. Figures that are known here stay, since either may be right. */
export function weekParts(it: IncomingPackage, local: PackageMetadataRow | undefined): Part[] {
  const known = new Map(local?.weeks.map((week) => [week.week, week]));
  const wanted = it.weeks.flatMap((incoming) => fill(known.get(incoming.week), incoming) ?? []);
  if (wanted.length === 0) return [];
  const write = () => {
    for (const week of wanted) {
      database()
        .insert(weeklyMetrics)
        .values({ packageId: it.id, ...week })
        .onConflictDoUpdate({ target: [weeklyMetrics.packageId, weeklyMetrics.week], set: week })
        .run();
    }
  };
  return [{ detail: `history: ${wanted.length} weeks added`, write }];
}

/** A week with the figures of both; undefined if the source adds none. */
function fill(
  known: WeekOfMetrics | undefined,
  incoming: WeekOfMetrics,
): WeekOfMetrics | undefined {
  if (known === undefined) return incoming;
  const added = figures.filter((name) => known[name] === null && incoming[name] !== null);
  if (added.length === 0) return undefined;
  const { week, source } = known;
  const filled = Object.fromEntries(added.map((name) => [name, incoming[name]]));
  return { ...incoming, ...known, ...filled, week, source: source ?? incoming.source };
}
