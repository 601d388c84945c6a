import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from '@/server/cli/build';
import { runNode } from '@/server/cli/child';
import { ensureChromium } from './chromium';
import { runQuietly } from './run-quietly';
import { readPlaywrightReport, readVitestReport, withRunner, type Tally } from './tally';

interface Suite {
  name: string;
  run: () => Promise<Tally>;
}

// For every program started below.
process.env['NEXT_TELEMETRY_DISABLED'] = '1';

const reports = mkdtempSync(join(tmpdir(), 'packgrid-reports-'));

/**
 * A program that counts as one test: it passes if it exits with 0. Its output is printed in one block at its end, since others run beside
 * it.
 */
function check(name: string, program: string[]): Suite {
  return {
    name,
    run: async () => {
      const { status, output } = await runQuietly(program);
      if (output !== '') console.log(output);
      return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
    },
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
  const status = await runNode(
    [
      'node_modules/@playwright/test/cli.js',
      ...['test', '--config', 'tests/browser/playwright.config.ts', '--forbid-only'],
    ],
    { CHROMIUM_PATH, PACKGRID_TEST_REPORT: report },
  );
  return withRunner(readPlaywrightReport(report), status);
}

const formatting = check('formatting', [
  'node_modules/prettier/bin/prettier.cjs',
  ...['--check', '--log-level=warn', '.'],
]);
// Writes the route types that lint and types need.
const routeTypes = check('route types', ['node_modules/next/dist/bin/next', 'typegen']);
const lint = check('lint', ['node_modules/eslint/bin/eslint.js', '.']);
const types = check('types', ['node_modules/typescript/bin/tsc', '--noEmit']);
const unusedCode = check('unused code', ['node_modules/knip/bin/knip.js']);
const build: Suite = {
  name: 'build',
  run: async () => {
    await ensureBuild();
    return { passed: 1, failed: 0 };
  },
};
const unitTests: Suite = { name: 'unit and database tests', run: runVitest };
const browserTests: Suite = { name: 'browser tests', run: runBrowserTests };

const total = { passed: 0, failed: 0 };
const began = performance.now();
const minutes = (since: number) => ((performance.now() - since) / 60_000).toFixed(1);

/** Runs suites one after another, whatever their results; one that throws counts as one failure. */
async function runEach(suites: Suite[]): Promise<void> {
  for (const { name, run } of suites) {
    const start = performance.now();
    console.log(`── ${name}`);
    const { passed, failed } = await run().catch((error: unknown) => {
      console.error(error);
      return { passed: 0, failed: 1 };
    });
    console.log(`── ${name}: ${passed} passed, ${failed} failed, ${minutes(start)} min`);
    total.passed += passed;
    total.failed += failed;
  }
}

// A build rewrites the route types, so nothing that reads them runs beside it.
await runEach([build, routeTypes]);
// Lint takes one core for about as long as the three checks and the first third of the unit tests take the other.
await Promise.all([runEach([lint]), runEach([formatting, types, unusedCode, unitTests])]);
// These use all cores, and bound times.
await runEach([browserTests]);

rmSync(reports, { recursive: true });
console.log(`\nAll parts: ${minutes(began)} min`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
