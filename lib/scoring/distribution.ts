const WIDTH = 10;

interface Counted {
  health: number | null;
  count: number;
}

/** How many packages have a health in each band of ten, the lowest first; 100 stands in the last one. */
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
