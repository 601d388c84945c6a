import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from '@/lib/cli/build';
import { runNext, runNode } from '@/lib/cli/child';
import { ensureChromium } from './chromium';
import { readPlaywrightReport, readVitestReport, withRunner, type Tally } from './tally';

interface Suite {
  name: string;
  run: () => Promise<Tally>;
}

const reports = mkdtempSync(join(tmpdir(), 'packgrid-reports-'));

/** A program that is one test: it passes if it ends well. */
function check(name: string, run: () => Promise<number>): Suite {
  return {
    name,
    run: async () => ((await run()) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
  };
}

async function runVitest(): Promise<Tally> {
  const report = join(reports, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts'];
  const status = await runNode([...vitest, ...reporters]);
  return withRunner(readVitestReport(report), status);
}

async function runBrowserTests(): Promise<Tally> {
  const report = join(reports, 'browser.json');
  const CHROMIUM_PATH = ensureChromium();
  await ensureBuild();
  const status = await runNode(
    [
      'node_modules/@playwright/test/cli.js',
      ...['test', '--config', 'tests/browser/playwright.config.ts', '--forbid-only'],
    ],
    { CHROMIUM_PATH, PACKGRID_TEST_REPORT: report },
  );
  return withRunner(readPlaywrightReport(report), status);
}

const suites: Suite[] = [
  check('formatting', () => runNode(['node_modules/prettier/bin/prettier.cjs', '--check', '.'])),
  // Lint and types need the route types that this writes.
  check('route types', () => runNext('typegen')),
  check('lint', () => runNode(['node_modules/eslint/bin/eslint.js', '.'])),
  check('types', () => runNode(['node_modules/typescript/bin/tsc', '--noEmit'])),
  check('unused code', () => runNode(['node_modules/knip/bin/knip.js'])),
  { name: 'unit and database tests', run: runVitest },
  { name: 'browser tests', run: runBrowserTests },
];

/** Runs every suite whatever the others did; one that breaks down has failed once. */
async function runAll(): Promise<Tally> {
  const total = { passed: 0, failed: 0 };
  for (const { name, run } of suites) {
    console.log(`\n── ${name}`);
    const { passed, failed } = await run().catch((error: unknown) => {
      console.error(error);
      return { passed: 0, failed: 1 };
    });
    console.log(`── ${name}: ${passed} passed, ${failed} failed`);
    total.passed += passed;
    total.failed += failed;
  }
  return total;
}

const { passed, failed } = await runAll();
rmSync(reports, { recursive: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
