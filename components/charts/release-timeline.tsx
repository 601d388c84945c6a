import { DAY_ZONE, formatDay, type Micros } from '@/lib/time';
import { countOf, describeMonths } from '@/lib/text/wording';

interface ReleaseTimelineProps {
  /** Release times, in any order. */
  times: Micros[];
  now: Micros;
}

/** Width in units of the viewBox, which is stretched to the width of the page. */
const WIDTH = 400;

const yearOf = (time: Micros) => Number(formatDay(time, DAY_ZONE).slice(0, 4));
const startOfYear = (year: number): Micros => Date.UTC(year, 0) * 1000;

/** Releases as marks on a timeline from the first one to today, without future ones; renders nothing without any. */
export function ReleaseTimeline({ times, now }: ReleaseTimelineProps) {
  const past = times.filter((time) => time <= now);
  if (past.length === 0) return null;
  // Not Math.min(...past), since a project may have more releases than a call takes arguments.
  const oldest = past.reduce((least, time) => Math.min(least, time));
  const newest = past.reduce((most, time) => Math.max(most, time));
  const first = yearOf(oldest);
  const start = startOfYear(first);
  const placeOf = (time: Micros) => Math.round(((time - start) / (now - start)) * (WIDTH - 2)) + 1;

  // Overlapping marks are merged.
  const marks = [...new Set(past.map(placeOf))].sort((a, b) => a - b);
  const years = Array.from({ length: yearOf(now) - first + 1 }, (_, index) => first + index);
  return (
    <figure>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${WIDTH} 32`}
        preserveAspectRatio="none"
        className="h-12 w-full"
      >
        <path
          d={marks.map((mark) => `M${mark} 2v24`).join('')}
          stroke="currentColor"
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
          className="text-accent"
        />
        <path
          d={`M0 26h${WIDTH}${years.map((year) => `M${placeOf(startOfYear(year))} 26v6`).join('')}`}
          stroke="currentColor"
          vectorEffect="non-scaling-stroke"
          className="text-edge"
        />
      </svg>
      <div aria-hidden="true" className="flex justify-between text-caption text-quiet tabular">
        <span>{first}</span>
        <span>today</span>
      </div>
      <figcaption className="mt-1 text-caption text-quiet">
        {countOf(past.length, 'dated release')}, {describeMonths([oldest, newest], DAY_ZONE)}
      </figcaption>
    </figure>
  );
}
