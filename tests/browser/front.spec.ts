import { join } from 'node:path';
import { THEME_SCRIPT } from '@/lib/html/inline-scripts';
import { keptUrl } from '@/lib/http/url/kept-url';
import { readRoutes } from '@/server/http/read-routes';
import { pages } from './catalogue';
import { measureFirstView } from './first-view';
import { expect, test } from './fixtures';
import { readDocument } from './read-document';

const findRoute = readRoutes(join(import.meta.dirname, '..', '..', '.next'));

const read = [...pages, '/embed/grids/websockets/'];

/** The parameters of an address, in a fixed order. */
const parametersOf = (url: string) =>
  [...new URL(url, 'http://localhost').searchParams]
    .map(([name, value]) => `${name}=${value}`)
    .sort();

for (const path of read) {
  test(`${path} has no scripts of Next and no inline script but that of the theme`, async ({
    request,
  }) => {
    const response = await request.get(path);
    const html = await response.text();
    const theme = `<script>${THEME_SCRIPT}</script>`;
    // Embeds have the theme of the system.
    expect(html.includes(theme)).toBe(!path.startsWith('/embed/'));
    const others = html.replace(theme, '');
    const scripts = [...others.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(html).toContain('<h1');
    expect(html).not.toContain('__next');
    expect(html).not.toMatch(/<link[^>]*as="script"/);
    for (const tag of scripts) {
      expect(tag).toMatch(/ src="\/enhance|type="application\/ld\+json"|type="speculationrules"/);
    }
    expect(response.headers()['content-security-policy']).not.toContain('unsafe-inline');
  });
}

test('a link under the pointer is prefetched', async ({ page }) => {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  await page.goto('/categories/');
  const rules = await page.locator('script[type=speculationrules]').textContent();
  expect(JSON.parse(rules ?? '')).toMatchObject({ prefetch: [{ eagerness: 'moderate' }] });
  expect(await page.evaluate(() => HTMLScriptElement.supports('speculationrules'))).toBe(true);
  expect(problems).toEqual([]);
});

test('every query parameter of a link is used by the page that it leads to', async ({
  request,
}) => {
  test.setTimeout(120_000);
  const links = new Set<string>();
  for (const path of read) {
    const html = await (await request.get(path)).text();
    for (const [, given = ''] of html.matchAll(/\shref="(\/[^"]*\?[^"]*)"/g)) {
      const url = (given.split('#')[0] ?? '').replaceAll('&amp;', '&');
      if (links.has(url)) continue;
      links.add(url);
      const kept = keptUrl(url, findRoute(url)?.path);
      expect(parametersOf(kept ?? ''), `${url} on ${path}`).toEqual(parametersOf(url));
    }
  }
  expect(links.size).toBeGreaterThan(500);
});

test('every field of a form is used by the page that it leads to', async ({ request }) => {
  test.setTimeout(120_000);
  let fields = 0;
  for (const path of read) {
    const { document } = await readDocument(request, path);
    for (const form of document.querySelectorAll('form')) {
      if (form.getAttribute('method') === 'post') continue;
      const action = form.getAttribute('action') ?? path;
      const names = [...form.querySelectorAll(':is(input, select, button)[name]')].map(
        (it) => it.getAttribute('name') ?? '',
      );
      const known = names.filter((name) => {
        const url = `${action.split('?')[0] ?? ''}?${name}=1`;
        return keptUrl(url, findRoute(url)?.path)?.includes('?');
      });
      expect(known, `${action} on ${path}`).toEqual(names);
      fields += names.length;
    }
  }
  expect(fields).toBeGreaterThan(100);
});

test('a page is cached the second time, with the same content in each encoding', async ({
  request,
}) => {
  const path = '/packages/p/celery/?page=front';
  const bodies = new Set<string>();
  for (const form of ['br', 'gzip', 'identity', 'br', 'gzip', 'identity']) {
    const response = await request.get(path, { headers: { 'accept-encoding': form } });
    expect(response.headers()['content-encoding'] ?? 'identity').toBe(form);
    bodies.add(await response.text());
  }
  const last = await request.get(path);
  expect(last.headers()).toMatchObject({ 'x-cache': 'hit', age: '0' });
  expect(bodies.size).toBe(1);
});

test('the first view of a package page takes at most 22 KB', async ({ page }) => {
  const { bytes, answers } = await measureFirstView(page, '/packages/p/celery/');
  expect(answers).toBeGreaterThan(2);
  expect(bytes).toBeLessThanOrEqual(22_000);
});
