/** `package` for one, `packages` for any other number. */
export function nounFor(value: number, one: string, many = `${one}s`): string {
  return value === 1 ? one : many;
}

/** `1 package`, `50 packages`: of less than a thousand, without the formatter of numbers, which a browser takes its time to start. */
export function fewOf(value: number, one: string): string {
  return `${value} ${nounFor(value, one)}`;
}
