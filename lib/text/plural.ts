/** `package` for 1, `packages` for any other number. */
export function nounFor(value: number, one: string, many = `${one}s`): string {
  return value === 1 ? one : many;
}

/** `1 package`, `50 packages`: for numbers below 1,000, without Intl.NumberFormat, which is slow to start in a browser. */
export function fewOf(value: number, one: string): string {
  return `${value} ${nounFor(value, one)}`;
}
