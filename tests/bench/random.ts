export type Chance = ReturnType<typeof seeded>;

/** Reproducible random numbers: mulberry32, which is fast and good enough for generated data. */
export function seeded(seed: number) {
  let state = seed;

  /** At least 0 and less than 1. */
  const unit = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };

  /** An integer from `from` to `to`; the higher the skew, the closer to `from`. */
  const whole = (from: number, to: number, skew = 1) =>
    from + Math.floor(unit() ** skew * (to - from + 1));

  const isLucky = (probability: number) => unit() < probability;

  /** An item of a list; the higher the skew, the closer to its start. */
  const pick = <Item>(items: readonly Item[], skew = 1): Item => {
    const item = items[whole(0, items.length - 1, skew)];
    if (item === undefined) throw new Error('There is nothing to pick from.');
    return item;
  };

  /** A number of different items of a list, which must have enough. */
  const sample = <Item>(items: readonly Item[], size: number, skew = 1): Item[] => {
    const chosen = new Set<Item>();
    while (chosen.size < size) chosen.add(pick(items, skew));
    return [...chosen];
  };

  return { unit, whole, isLucky, pick, sample };
}
