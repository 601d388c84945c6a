import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Number of tests that passed and failed. Skipped and flaky tests count as failed. */
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
  // Files that failed outside any test, such as in an import, have no failed tests to count.
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

/** Counts one failure if a runner reports none but exited with an error or found no tests. */
export function withRunner(tally: Tally, status: number): Tally {
  const isSound = tally.failed > 0 || (status === 0 && tally.passed > 0);
  return isSound ? tally : { ...tally, failed: 1 };
}
