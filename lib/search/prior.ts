/** Signals of a package's popularity that don't depend on the query. */
export interface PriorFacts {
  isActive: boolean | null;
  stars: number | null;
  usageCount: number | null;
  downloadRank: number | null;
}

const MOST_STARS = 60_000;
const MOST_USES = 400;
const LAST_RANK = 500_000;

/** Logarithmic, since the second hundred stars mean less than the first. */
const share = (value: number, most: number) => Math.min(1, Math.log1p(value) / Math.log1p(most));

/**
 * How well known a package is, 0 to 1: 80 % of the highest share among its stars, users and download rank, plus 20 % of the mean of all
 * three; halved if it isn't active. Orders results that match equally well.
 */
export function packagePrior({ isActive, stars, usageCount, downloadRank }: PriorFacts): number {
  const shares = [
    stars === null ? 0 : share(stars, MOST_STARS),
    usageCount === null ? 0 : share(usageCount, MOST_USES),
    downloadRank === null ? 0 : 1 - share(downloadRank, LAST_RANK),
  ];
  const mean = shares.reduce((sum, it) => sum + it, 0) / shares.length;
  const known = 0.8 * Math.max(...shares) + 0.2 * mean;
  return isActive ? known : known / 2;
}

/** How many packages a grid compares, on a logarithmic scale from 0 to 1. */
export function gridPrior(packageCount: number): number {
  return share(packageCount, 120);
}
