import { z } from 'zod';
import { formatDay, parseTime, type Micros } from '@/lib/time';

/** The figures of a package in a week, which begins on the Monday `week`, 00:00 UTC. Null is unknown. */
export interface WeekOfMetrics {
  week: Micros;
  stars: number | null;
  forks: number | null;
  openIssues: number | null;
  /** Downloads from PyPI in the month before. */
  downloads: number | null;
  health: number | null;
  /** Key of the source; null if it is this site. */
  source: string | null;
}

const count = z.int().nonnegative().nullable();

const isMonday = (day: string) => new Date(day).getUTCDay() === 1;

/** A week as documents have it: `["2026-06-22", stars, forks, open issues, downloads, health, source]`. */
export const weekRow = z.tuple([
  z.iso.date().refine(isMonday, 'must be a Monday'),
  count,
  count,
  count,
  count,
  count,
  z.string().max(50).nullable(),
]);

export type WeekRow = z.infer<typeof weekRow>;

/** Parses a week of a document. */
export const fromWeekRow = (row: WeekRow): WeekOfMetrics => {
  const [day, stars, forks, openIssues, downloads, health, source] = row;
  return { week: parseTime(day, 'UTC') ?? 0, stars, forks, openIssues, downloads, health, source };
};

/** The day on which a week began, such as 2026-06-22. */
export const weekText = (week: Micros): string => formatDay(week, 'UTC');

/** A week in the form of `weekRow`. */
export const toWeekRow = (it: WeekOfMetrics): WeekRow => [
  weekText(it.week),
  it.stars,
  it.forks,
  it.openIssues,
  it.downloads,
  it.health,
  it.source,
];
