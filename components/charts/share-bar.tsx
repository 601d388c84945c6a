interface ShareBarProps {
  /** The shares in order; the first is the most telling. */
  counts: [first: number, second: number, third: number];
}

const classes = ['text-accent', 'text-edge', 'text-line'];

/** One bar split into three shares, from dark to light. Decorative: put the figures next to it. */
export function ShareBar({ counts }: ShareBarProps) {
  const total = Math.max(
    1,
    counts.reduce((sum, count) => sum + count, 0),
  );
  const startOf = (index: number) =>
    counts.slice(0, index).reduce((sum, count) => sum + count, 0) / total;
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 1"
      preserveAspectRatio="none"
      className="block h-2.5 w-full rounded-sm forced-colors:border"
    >
      {counts.map((count, index) => (
        <rect
          key={classes[index]}
          x={(startOf(index) * 100).toFixed(2)}
          width={((count / total) * 100).toFixed(2)}
          height="1"
          fill="currentColor"
          className={classes[index]}
        />
      ))}
    </svg>
  );
}
