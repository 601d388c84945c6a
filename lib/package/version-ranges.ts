/** The last minor version of a Django major version before the next major version's `.0`. */
const lastMinors: Partial<Record<number, number>> = { 1: 11 };
const LAST_MINOR = 2;

/**
 * Joins consecutive release series: `3.8, 3.9, 3.10` becomes `3.8–3.10`. After Django's x.2 (and 1.11) comes the next major version; Python
 * has no such step, since its series go beyond.
 */
export function joinRanges(series: string[]): string[] {
  const runs: string[][] = [];
  for (const one of series) {
    const run = runs.at(-1);
    if (run && follows(run.at(-1) ?? '', one)) run.push(one);
    else runs.push([one]);
  }
  return runs.map((run) => (run.length > 1 ? `${run[0] ?? ''}–${run.at(-1) ?? ''}` : run.join('')));
}

function follows(before: string, after: string): boolean {
  const [major = Number.NaN, minor = Number.NaN] = before.split('.').map(Number);
  const isLast = minor === (lastMinors[major] ?? LAST_MINOR);
  return after === `${major}.${minor + 1}` || (isLast && after === `${major + 1}.0`);
}
