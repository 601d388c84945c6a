import { DAY_ZONE, formatDay, type Micros } from '@/lib/time';

interface ReleaseTimelineProps {
  /** When the releases came out, in any order. */
  times: Micros[];
  now: Micros;
}

const WIDTH = 680;

/** Releases as marks along the years, from the first of them to today. Its words are the table below it. */
export function ReleaseTimeline({ times, now }: ReleaseTimelineProps) {
  const years = times.map((time) => Number(formatDay(time, DAY_ZONE).slice(0, 4)));
  const first = Math.min(...years);
  const last = Number(formatDay(now, DAY_ZONE).slice(0, 4));
  const start = Date.UTC(first, 0) * 1000;
  const span = Date.UTC(last + 1, 0) * 1000 - start;
  const place = (time: Micros) => (((time - start) / span) * (WIDTH - 2) + 1).toFixed(1);

  const count = last - first + 1;
  const every = Math.ceil(count / 10);
  const labels = Array.from({ length: count }, (_, index) => first + index);
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${WIDTH} 34`} className="mb-2 w-full max-w-prose">
      <path d={`M0 16.5h${WIDTH}`} stroke="currentColor" className="text-edge" />
      <path
        d={times.map((time) => `M${place(time)} 4v12`).join('')}
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
