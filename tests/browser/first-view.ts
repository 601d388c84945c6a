import type { Page } from '@playwright/test';

/** Opens a page and tells how many bytes came over the wire as bodies until nothing more was asked for, and in how many answers. */
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
