import { z } from 'zod';
import { weekOf } from '@/lib/posts/week';
import { normalizeName } from '@/lib/requirements/name';
import { MICROS_PER_DAY, parseTime, type Micros } from '@/lib/time';
import { askJson, type Answer, type Asking } from './ask';
import type { DownloadFacts } from './facts';

const day = z.iso.date().transform((text) => parseTime(text, 'UTC') ?? 0);

/** pypistats keeps 180 days, and omits days without downloads. */
const overall = z.object({
  package: z.string(),
  data: z
    .array(z.object({ category: z.string(), date: day, downloads: z.int().nonnegative() }))
    .transform((rows) => rows.filter(({ category }) => category === 'without_mirrors'))
    .refine((rows) => rows.length > 0, 'has no downloads'),
});

/**
 * Reads the downloads of a project, without mirrors, from pypistats.org. `base` is its address without a final slash.
 *
 * @throws {HostError} `missing` if it doesn't know the project, `invalid` if it has no days, or if the answer is about another project
 */
export async function readDownloads(
  asking: Asking,
  base: string,
  name: string,
): Promise<Answer<DownloadFacts>> {
  const normalized = normalizeName(name);
  const schema = overall.refine((found) => normalizeName(found.package) === normalized, {
    path: ['package'],
    error: 'is another project',
  });
  const path = `/api/packages/${encodeURIComponent(normalized)}/overall?mirrors=false`;
  const answer = await askJson(asking, base + path, { schema });
  if (answer.isUnchanged) return answer;
  const days = new Map(answer.facts.data.map(({ date, downloads }) => [date, downloads]));
  return { isUnchanged: false, facts: factsOf(days) };
}

const WEEK = 7 * MICROS_PER_DAY;

function factsOf(days: Map<Micros, number>): DownloadFacts {
  const [first, last] = [Math.min(...days.keys()), Math.max(...days.keys())];
  const sum = (start: Micros, end: Micros) =>
    [...days].reduce(
      (total, [date, count]) => total + (date >= start && date < end ? count : 0),
      0,
    );

  const end = last + MICROS_PER_DAY;
  const firstWeek = weekOf(first + WEEK - MICROS_PER_DAY);
  const weekCount = Math.max(0, Math.floor((end - firstWeek) / WEEK));
  const weeks = Array.from({ length: weekCount }, (_, index) => firstWeek + index * WEEK);
  return {
    lastMonth: sum(end - 30 * MICROS_PER_DAY, end),
    lastDay: last,
    weeks: weeks.map((week) => ({ week, downloads: sum(week, week + WEEK) })),
  };
}
