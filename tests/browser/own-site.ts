import { test } from '@playwright/test';
import { withSite, type RunningSite, type Start } from '@/tests/tools/running-site';

/** Tests that share a separate site. */
export const testOnOwnSite = (start: Start) =>
  test.extend<object, { site: RunningSite }>({
    site: [
      async ({}, use) => {
        await withSite(start, use);
      },
      { scope: 'worker', timeout: 120_000 },
    ],
  });
