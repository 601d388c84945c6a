import { DAY_ZONE, formatDay, type Micros } from '@/lib/time';

interface ReleaseTimelineProps {
  /** Release times, in any order. */
  times: Micros[];
  now: Micros;
}

const WIDTH = 680;

const yearOf = (time: Micros) => Number(formatDay(time, DAY_ZONE).slice(0, 4));

/** Releases as marks on a timeline from the first one to today, without future ones. The table below it is its text alternative. */
export function ReleaseTimeline({ times, now }: ReleaseTimelineProps) {
  const past = times.filter((time) => time <= now);
  const first = yearOf(past.reduce((least, time) => Math.min(least, time), now));
  const last = yearOf(now);
  const start = Date.UTC(first, 0) * 1000;
  const span = Date.UTC(last + 1, 0) * 1000 - start;
  const place = (time: Micros) => (((time - start) / span) * (WIDTH - 2) + 1).toFixed(1);

  // If marks overlap, only the last is rendered.
  const marks = new Map(past.map((time) => [Math.round(Number(place(time))), place(time)]));

  const count = last - first + 1;
  const every = Math.ceil(count / 10);
  const labels = Array.from({ length: count }, (_, index) => first + index);
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${WIDTH} 34`} className="mb-2 w-full max-w-prose">
      <path d={`M0 16.5h${WIDTH}`} stroke="currentColor" className="text-edge" />
      <path
        d={[...marks.values()].map((mark) => `M${mark} 4v12`).join('')}
        stroke="currentColor"
        strokeWidth="2"
        className="text-accent"
      />
      {labels.map((year, index) => (
        <g key={year} className="text-quiet">
          <path d={`M${place(Date.UTC(year, 0) * 1000)} 16v4`} stroke="currentColor" />
          {index % every === 0 && (
            <text x={place(Date.UTC(year, 0) * 1000)} y="32" fontSize="12" fill="currentColor">
              {year}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
