import { dirname } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = dirname(import.meta.dirname);

export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: {
    include: ['tests/{app,components,db,house,lib,search,server}/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/tools/vitest-setup.ts'],
    // A process for each file: settings and the database connection are kept for the life of a process.
    pool: 'forks',
    isolate: true,
    // A limit for what hangs, not a measure: tests that bound a time measure it themselves.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: {
      // Whatever the caller has set; and a test that forgets `useShippedCatalogue()` fails instead of writing to ./data.
      PORT: '',
      SITE_URL: '',
      SITE_TIME_ZONE: '',
      DATABASE_PATH: '/dev/null/no-database-in-this-test',
    },
  },
});
