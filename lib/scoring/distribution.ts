const WIDTH = 10;

interface Counted {
  health: number | null;
  count: number;
}

/** Number of packages in each health band of ten points, lowest first; 100 is in the last band. */
export function healthDistribution(counts: Counted[]) {
  const within = (from: number, to: number) =>
    counts
      .filter(({ health }) => health !== null && health >= from && health <= to)
      .reduce((sum, { count }) => sum + count, 0);
  return Array.from({ length: 100 / WIDTH }, (_, index) => {
    const from = index * WIDTH;
    const to = from + WIDTH === 100 ? 100 : from + WIDTH - 1;
    return { from, to, count: within(from, to) };
  });
}
