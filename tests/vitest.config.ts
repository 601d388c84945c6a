import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = dirname(import.meta.dirname);

/** Tests of lib that use a database. */
const withDatabase = [
  'comparison/table-files',
  'comparison/view',
  'comparison/view-random',
  'import/catalogue-file',
].map((name) => `tests/lib/${name}.test.ts`);

export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: {
    pool: 'forks',
    // One less would be the default.
    maxWorkers: availableParallelism(),
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
    projects: [
      {
        extends: true,
        test: {
          name: 'lib',
          include: ['tests/{components,lib}/**/*.test.{ts,tsx}'],
          exclude: withDatabase,
          // Code without side effects loads its modules once for many files.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/{app,db,house,search,server}/**/*.test.{ts,tsx}', ...withDatabase],
          globalSetup: ['tests/tools/vitest-setup.ts'],
          // A process for each file: settings and the database connection are kept for the life of a process.
          isolate: true,
        },
      },
    ],
  },
});
