import { expect, test as base, type Page } from '@playwright/test';
import { PROVIDER_NAME, withProvider, type OpenIdProvider } from '@/tests/tools/openid-provider';
import { withSite, type RunningSite } from '@/tests/tools/running-site';

interface Running {
  provider: OpenIdProvider;
  site: RunningSite;
}

/** Tests that share an OpenID provider and a site which people can sign in to with it. */
export const testWithProvider = (settings: Record<string, string> = {}) =>
  base.extend<object, Running>({
    provider: [
      async ({}, use) => {
        await withProvider(use);
      },
      { scope: 'worker' },
    ],
    site: [
      async ({ provider }, use) => {
        await withSite({ settings: { ...provider.settings, ...settings } }, use);
      },
      { scope: 'worker', timeout: 120_000 },
    ],
  });

/**
 * Signs in on `/login/` through the provider, as the person with this name there, and ends on the page `next`. It works with and without
 * JavaScript, and in a context in which nobody is signed in at the provider.
 */
export async function signInThroughProvider(page: Page, subject: string, next = '/') {
  await page.goto(`/login/?next=${encodeURIComponent(next)}`);
  await page.getByRole('button', { name: `Sign in with ${PROVIDER_NAME}` }).click();
  await page.getByLabel('Who are you?').fill(subject);
  await page.getByRole('button', { name: 'That’s me' }).click();
  await expect(page).toHaveURL(next);
}
