import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** How many tests passed and failed. A test that was skipped or was flaky has failed. */
export interface Tally {
  passed: number;
  failed: number;
}

const vitestReport = z.object({
  numTotalTests: z.int(),
  numPassedTests: z.int(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

export function readVitestReport(file: string): Tally {
  const report = vitestReport.parse(JSON.parse(readFileSync(file, 'utf8')));
  const { numTotalTests: total, numPassedTests: passed, testResults } = report;
  // Files that failed outside of any test, such as by an import, and so have none to count.
  const broken = testResults.filter(
    (it) =>
      it.status === 'failed' && !it.assertionResults.some(({ status }) => status === 'failed'),
  );
  return { passed, failed: total - passed + broken.length };
}

const playwrightReport = z.object({
  stats: z.object({
    expected: z.int(),
    unexpected: z.int(),
    skipped: z.int(),
    flaky: z.int(),
  }),
});

export function readPlaywrightReport(file: string): Tally {
  const { stats } = playwrightReport.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { passed: stats.expected, failed: stats.unexpected + stats.skipped + stats.flaky };
}

/** A runner that reports no failure, but ended badly or found no test, has failed once. */
export function withRunner(tally: Tally, status: number): Tally {
  const isSound = tally.failed > 0 || (status === 0 && tally.passed > 0);
  return isSound ? tally : { ...tally, failed: 1 };
}
