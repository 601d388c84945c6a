import type { Page } from '@playwright/test';

/** Opens a page and returns the bytes of all response bodies, as sent, and the number of responses. */
export async function measureFirstView(
  page: Page,
  path: string,
): Promise<{ bytes: number; answers: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await session.detach();
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  const all = await Promise.all(sizes);
  return { bytes: all.reduce((sum, it) => sum + it, 0), answers: all.length };
}
