export type Chance = ReturnType<typeof seeded>;

/** Chance that falls the same way on every run: mulberry32, which is quick and good enough for made-up figures. */
export function seeded(seed: number) {
  let state = seed;

  /** At least 0 and less than 1. */
  const unit = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };

  /** A whole number from `from` to `to`; the higher the skew, the more of them lie near `from`. */
  const whole = (from: number, to: number, skew = 1) =>
    from + Math.floor(unit() ** skew * (to - from + 1));

  const isLucky = (probability: number) => unit() < probability;

  /** One of a list; the higher the skew, the more often one near its head. */
  const pick = <Item>(items: readonly Item[], skew = 1): Item => {
    const item = items[whole(0, items.length - 1, skew)];
    if (item === undefined) throw new Error('There is nothing to pick from.');
    return item;
  };

  /** Different ones of a list, which must have so many. */
  const sample = <Item>(items: readonly Item[], size: number, skew = 1): Item[] => {
    const chosen = new Set<Item>();
    while (chosen.size < size) chosen.add(pick(items, skew));
    return [...chosen];
  };

  return { unit, whole, isLucky, pick, sample };
}
