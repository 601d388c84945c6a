import type { Chance } from '../random';

/**
 * Draws from a list as readers of a site do, by the law of Zipf: the second is asked for half as often as the first, the third a third as
 * often. Which are popular is chance too.
 */
export function zipf<Item>(items: readonly Item[], chance: Chance) {
  const ranked = shuffled(items, chance);
  let sum = 0;
  const sums = ranked.map((_, rank) => (sum += 1 / (rank + 1)));

  const pick = (): Item => {
    const item = ranked[findPlace(sums, chance.unit() * sum)];
    if (item === undefined) throw new Error('There is nothing to pick from.');
    return item;
  };
  return { ranked, pick };
}

function shuffled<Item>(items: readonly Item[], chance: Chance): Item[] {
  return items
    .map((item) => ({ item, place: chance.unit() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** The first place whose sum is over a value, by halves. */
function findPlace(sums: number[], value: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
