import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findChromium } from '../tools/chromium';
import { findFreePort } from '../tools/free-port';

const root = dirname(dirname(import.meta.dirname));

// Every worker loads this file again: what the first load chose is passed on in the environment.
process.env['PACKGRID_TEST_PORT'] ??= String(await findFreePort());
process.env['PACKGRID_TEST_FOLDER'] ??= join(tmpdir(), `packgrid-browser-${crypto.randomUUID()}`);
const origin = `http://localhost:${process.env['PACKGRID_TEST_PORT']}`;
const report = process.env['PACKGRID_TEST_REPORT'];
const executablePath = findChromium();

const STRESS = 'front-stress.spec.ts';

export default defineConfig({
  testDir: '.',
  outputDir: join(root, 'test-results'),
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  workers: availableParallelism(),
  retries: 0,
  projects: [
    { name: 'site', testMatch: '*.spec.ts', testIgnore: STRESS },
    // Alone on the machine, since what waits for more than five seconds gets 503. `--no-deps` runs it without the others.
    { name: 'stress', testMatch: STRESS, dependencies: ['site'] },
  ],
  // Limits for tests that hang: tests that limit a time measure it themselves.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: report === undefined ? 'list' : [['list'], ['json', { outputFile: report }]],
  globalTeardown: '../tools/browser-teardown.ts',
  use: {
    baseURL: origin,
    browserName: 'chromium',
    // Reusing a browser context, after a reset, takes half the time of a new one.
    reuseContext: true,
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  webServer: {
    command: 'node server/run.mjs start',
    cwd: root,
    url: `${origin}/`,
    timeout: 300_000,
    env: {
      PORT: process.env['PACKGRID_TEST_PORT'],
      DATABASE_PATH: join(process.env['PACKGRID_TEST_FOLDER'], 'packgrid.sqlite'),
      SITE_URL: '',
      SITE_TIME_ZONE: '',
      // The tests send more requests than the rate limit allows.
      RATE_LIMIT: '0',
    },
  },
});
