/** Formats the time since a `performance.now()` value, such as `1.2 s`. */
export function secondsSince(begin: number): string {
  return `${((performance.now() - begin) / 1000).toFixed(1)} s`;
}
