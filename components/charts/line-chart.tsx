import type { TrendPoint } from '@/lib/package/metric-trends';
import { MICROS_PER_DAY } from '@/lib/time';

interface LineChartProps {
  /** Says the same as the chart. */
  sentence: string;
  /** At least two, oldest first. */
  points: readonly TrendPoint[];
}

const [WIDTH, HEIGHT] = [200, 48];

/** Points that are further apart are not joined: nothing is known of the time between them. */
const LONGEST_GAP = 100 * MICROS_PER_DAY;

/** A figure over time as a line, on a scale that begins at 0. */
export function LineChart({ sentence, points }: LineChartProps) {
  return (
    <svg
      role="img"
      aria-label={sentence}
      viewBox={`0 0 ${WIDTH} ${HEIGHT + 1}`}
      preserveAspectRatio="none"
      className="h-24 w-full text-accent"
    >
      <path
        d={lineOf(points)}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        vectorEffect="non-scaling-stroke"
      />
      <path
        d={`M0 ${HEIGHT + 0.5}h${WIDTH}`}
        stroke="currentColor"
        vectorEffect="non-scaling-stroke"
        className="text-edge"
      />
    </svg>
  );
}

function lineOf(points: readonly TrendPoint[]): string {
  const [first, last] = [points[0]?.week ?? 0, points.at(-1)?.week ?? 0];
  const highest = Math.max(1, ...points.map(({ value }) => value));
  const steps = points.map(({ week, value }, index) => {
    const previous = points[index - 1]?.week ?? -Infinity;
    const x = Math.round(((week - first) / Math.max(1, last - first)) * WIDTH);
    const y = Math.round((1 - value / highest) * (HEIGHT - 2)) + 1;
    return `${week - previous > LONGEST_GAP ? 'M' : 'L'}${x} ${y}`;
  });
  return steps.join('');
}
