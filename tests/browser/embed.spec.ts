import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { test as plainTest } from '@playwright/test';
import { findFreePort } from '@/tests/tools/free-port';
import { embedPages, pages } from './catalogue';
import { expect, test } from './fixtures';
import { askFor } from './read-head';

test('the HTML to embed a grid keeps the current state of the grid', async ({ page, baseURL }) => {
  const origin = baseURL ?? '';
  await page.goto('/grids/g/chat/?layout=rows');
  await page.getByText('Share and export').click();
  const code = page.getByRole('region', { name: 'Embed this table' });
  await expect(code).toContainText(`<iframe src="${origin}/embed/grids/chat/?layout=rows"`);
});

test('an embedded grid has its table and a link to its page, and nothing else', async ({
  page,
}) => {
  await page.goto('/embed/grids/chat/?show=health,repo_watchers');
  await expect(page.getByRole('heading', { level: 1, name: 'Chat' })).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(1);
  await expect(page.getByRole('rowheader', { name: 'Health' })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'Licence' })).toHaveCount(0);
  await expect(page.locator('header, footer, nav, form, input, button')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Packgrid' })).toHaveAttribute('target', '_top');
});

test('only embed pages may be shown in a frame', async ({ request }) => {
  for (const path of embedPages) {
    const { headers } = await askFor(request, path);
    expect(headers['x-frame-options'], path).toBeUndefined();
    expect(headers['content-security-policy'], path).toContain('frame-ancestors *');
    expect(headers['x-content-type-options'], path).toBe('nosniff');
  }
  const others = ['/api/v4/', '/feeds/packages/latest/rss/', '/badges/celery.svg', '/sitemap.xml'];
  const odd = ['/embedded/', '/%65mbed/grids/chat/', '/grids/g/embed/', '/embed.txt'];
  for (const path of [...pages, ...others, ...odd]) {
    const { headers } = await askFor(request, path);
    expect(headers['x-frame-options'], path).toBe('DENY');
    expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy'], path).not.toContain('frame-ancestors *');
  }
});

/** A page of another site. */
async function serveElsewhere(html: string): Promise<{ server: Server; address: string }> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(`<!doctype html>${html}`);
  });
  const port = await findFreePort();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return { server, address: `http://127.0.0.1:${port}/` };
}

plainTest('another site shows a grid, and its links leave the frame', async ({ page, baseURL }) => {
  const origin = baseURL ?? '';
  const { server, address } = await serveElsewhere(
    `<iframe src="${origin}/embed/grids/chat/" title="Chat" width="900" height="600"></iframe>`,
  );
  await page.goto(address);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', { name: 'Chat' })).toBeVisible();
  await frame.getByRole('link', { name: 'Zulip' }).click();
  await expect(page).toHaveURL(`${origin}/packages/p/zulip/`);
  await page.goBack();
  await frame.getByRole('link', { name: 'Packgrid' }).click();
  await expect(page).toHaveURL(`${origin}/grids/g/chat/`);
  server.close();
});

plainTest('no other site can show the page of a grid', async ({ page, baseURL }) => {
  const origin = baseURL ?? '';
  const { server, address } = await serveElsewhere(
    `<iframe src="${origin}/grids/g/chat/" title="Chat"></iframe>`,
  );
  const refused = page.waitForEvent('console', (message) => /frame/i.test(message.text()));
  await page.goto(address);
  await refused;
  await expect(page.frameLocator('iframe').getByRole('heading', { name: 'Chat' })).toHaveCount(0);
  server.close();
});
