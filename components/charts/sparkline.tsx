import { formatCount } from '@/lib/wording';
import { weekBars } from './week-bars';

interface SparklineProps {
  counts: number[];
}

/** A year of weekly commits in the height of a line, after their sum in figures. */
export function Sparkline({ counts }: SparklineProps) {
  const sum = counts.reduce((total, count) => total + count, 0);
  return (
    <>
      {formatCount(sum)}
      <span className="sr-only">
        {` commits${sum > 0 ? `, at most ${formatCount(Math.max(...counts))} in a week` : ''}`}
      </span>
      <svg
        aria-hidden="true"
        viewBox="0 0 52 14"
        preserveAspectRatio="none"
        width="104"
        height="14"
        className="mt-1 block max-w-full text-quiet"
      >
        <path d="M0 13.75h52" stroke="currentColor" strokeWidth="0.5" opacity="0.6" />
        <path d={weekBars(counts, 14)} fill="currentColor" />
      </svg>
    </>
  );
}
