import type { Entry } from '@/lib/statistics/chart';
import { shortened } from '@/lib/text/shortened';
import { formatCount } from '@/lib/text/wording';

interface ChartProps {
  sentence: string;
  entries: Entry[];
}

const WIDTH = 320;
const ROW = 32;

/** Longest label, in characters, that fits beside a figure; the table below the chart has the full names. */
const MOST_LETTERS = 36;

/** Horizontal bars, each with its name and figure above it: for named categories with no natural order. */
export function BarChart({ sentence, entries }: ChartProps) {
  const highest = Math.max(1, ...entries.map(({ count }) => count));
  const bars = entries.map(({ count }, row) => {
    const width = count === 0 ? 0 : Math.max(1, (count / highest) * WIDTH);
    return `M0 ${row * ROW + 18}h${width.toFixed(1)}v7h-${width.toFixed(1)}z`;
  });
  return (
    <svg
      role="img"
      aria-label={sentence}
      viewBox={`0 0 ${WIDTH} ${entries.length * ROW}`}
      fontSize="12"
      fill="currentColor"
      className="w-full max-w-md overflow-hidden tabular-nums"
    >
      {entries.map(({ label, count }, row) => (
        <g key={label}>
          <text y={row * ROW + 13}>{shortened(label, MOST_LETTERS)}</text>
          <text x={WIDTH} y={row * ROW + 13} textAnchor="end">
            {formatCount(count)}
          </text>
        </g>
      ))}
      <path d={bars.join('')} className="text-accent" fill="currentColor" />
      <path
        d={entries.map((_, row) => `M.5 ${row * ROW + 16}v11`).join('')}
        stroke="currentColor"
        className="text-edge"
      />
    </svg>
  );
}
