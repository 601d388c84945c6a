import type { TrendPoint } from '@/lib/package/metric-trends';
import { MICROS_PER_DAY } from '@/lib/time';

const [WIDTH, HEIGHT] = [200, 48];

/** Points that are further apart are not joined: nothing is known of the time between them. */
const LONGEST_GAP = 200 * MICROS_PER_DAY;

/** A figure over time as a line, on a scale that begins at 0. Hidden from screen readers, so it needs a caption that says the same. */
export function LineChart({ points }: { points: readonly TrendPoint[] }) {
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="h-24 w-full border-b border-edge text-accent"
    >
      <path
        d={lineOf(points)}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

/** Lines through the points, which are one a quarter, oldest first. A point that is joined to no other is a dot. */
function lineOf(points: readonly TrendPoint[]): string {
  const [first, last] = [points[0]?.week ?? 0, points.at(-1)?.week ?? 0];
  const highest = Math.max(1, ...points.map(({ value }) => value));
  const isGap = (from: TrendPoint | undefined, to: TrendPoint | undefined) =>
    !from || !to || to.week - from.week > LONGEST_GAP;
  const steps = points.map((point, index) => {
    const x = Math.round(((point.week - first) / Math.max(1, last - first)) * (WIDTH - 2)) + 1;
    const y = Math.round((1 - point.value / highest) * (HEIGHT - 2)) + 1;
    const isStart = isGap(points[index - 1], point);
    const isAlone = isStart && isGap(point, points[index + 1]);
    return `${isStart ? 'M' : 'L'}${x} ${y}${isAlone ? 'h0' : ''}`;
  });
  return steps.join('');
}
