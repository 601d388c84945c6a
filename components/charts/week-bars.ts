/** The outline of one bar a week, as an SVG path: each bar a unit wide and at most `height` high; weeks without commits have none. */
export function weekBars(counts: number[], height: number, gap = 0.2): string {
  const highest = Math.max(1, ...counts);
  return counts
    .map((count, week) => {
      if (count === 0) return '';
      const bar = Math.max(height * 0.06, (count / highest) * height).toFixed(1);
      return `M${week} ${height}v-${bar}h${1 - gap}v${bar}z`;
    })
    .join('');
}
