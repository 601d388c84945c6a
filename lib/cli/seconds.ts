/** `1.2 s`: how long it is since a time of `performance.now()`. */
export function secondsSince(begin: number): string {
  return `${((performance.now() - begin) / 1000).toFixed(1)} s`;
}
