import type { Chance } from '../random';

/**
 * Picks from a list like visitors of a site do, by Zipf's law: the second is requested half as often as the first, the third a third as
 * often. Which ones are popular is random too.
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

/** The first position whose sum exceeds a value, by binary search. */
function findPlace(sums: number[], value: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
