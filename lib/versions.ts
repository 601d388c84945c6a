const preRelease =
  /\d[-_.]?(a|b|c|rc|alpha|beta|pre|preview|dev)[-_.]?\d*(?:[-_.]?(?:post|dev)\d*)?(?:\+.*)?$/i;

/** Whether a version number is an alpha, beta, release candidate or development release (PEP 440). */
export function isPreRelease(number: string): boolean {
  return preRelease.test(number);
}

/** Orders version numbers by their numeric parts, so that 3.9 comes before 3.10; for Array.sort. */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  const length = Math.max(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
