/** Whether to run slow tests in full, as `npm run test:all` does. `npm test` runs a part of them, the same each time. */
export const isWhole = process.env['TEST_ALL'] === '1';

/** Returns the whole list, or in a short run every nth item (`every`), beginning with the first. */
export function partOf<Item>(list: readonly Item[], every: number): Item[] {
  return list.filter((_, place) => isWhole || place % every === 0);
}
