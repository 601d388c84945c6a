/** SVG path with one bar per week: each one unit wide and at most `height` high; none for weeks without commits. */
export function weekBars(counts: number[], height: number, gap = 0.2): string {
  const highest = Math.max(1, ...counts);
  return counts
    .map((count, week) => {
      if (count === 0) return '';
      const bar = Math.max(height * 0.06, (count / highest) * height).toFixed(1);
      // V instead of v is the same for every bar, which compresses better.
      return `M${week} ${height}v-${bar}h${1 - gap}V${height}z`;
    })
    .join('');
}
