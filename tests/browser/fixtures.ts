import { test as base, expect } from '@playwright/test';

/**
 * A page that also fails its test if it requests anything from another host, throws a script error, violates its
 * Content-Security-Policy, or links to a file that does not exist.
 */
export const test = base.extend({
  page: async ({ page, baseURL }, use) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(`script error: ${error.message}`));
    page.on('console', (message) => {
      if (/content.security.policy/i.test(message.text()))
        faults.push(`${page.url()}: ${message.text()}`);
    });
    page.on('request', (request) => {
      const url = new URL(request.url());
      const isForeign = url.protocol.startsWith('http') && url.origin !== baseURL;
      if (isForeign) faults.push(`request to another host: ${request.url()}`);
    });
    page.on('response', (response) => {
      // A form that is refused is answered with an error too.
      const request = response.request();
      const isFile = request.resourceType() !== 'document' && request.method() === 'GET';
      if (isFile && response.status() >= 400)
        faults.push(`${response.status()} for ${response.url()}`);
    });

    await use(page);
    // The next test may get the same page, and a pending navigation would disturb it.
    await page
      .evaluate(() => {
        window.stop();
      })
      .catch(() => undefined);
    expect(faults).toEqual([]);
  },
});

export { expect };
