import { z } from 'zod';
import { pngSize } from '@/tests/tools/read-png';
import { sitemapFaults } from '@/tests/tools/sitemap-rules';
import { onlyText, readXml } from '@/tests/tools/xml-tree';
import { catalogue, pages } from './catalogue';
import { expect, test } from './fixtures';
import { askFor, readHead } from './read-head';

const shown = pages.filter((path) => !path.includes('no-such') && !path.includes('/no/such'));

test('every page has its canonical URL and a link preview', async ({ request, baseURL }) => {
  const origin = baseURL ?? '';
  // It requests every page.
  test.slow();
  const pictures = new Set<string>();
  for (const path of shown) {
    const { canonical, meta, title } = await readHead(request, path);
    const plain = /\?page=\d+$/.test(path) ? path : path.replace(/\?.*/, '');
    expect(canonical, path).toEqual([origin + plain]);
    expect(meta, path).toMatchObject({
      'og:title': title,
      'og:url': origin + plain.replace(/\?.*/, ''),
      'og:site_name': 'Packgrid',
      'og:image:width': '1200',
      'og:image:height': '630',
      'twitter:card': 'summary_large_image',
      'twitter:title': title,
    });
    expect(meta['og:description'], path).toBe(meta['description']);
    expect(meta['og:description'], path).not.toBe('');
    expect(meta['og:image:alt'], path).not.toBe('');
    expect(meta['twitter:image'], path).toBe(meta['og:image']);
    pictures.add(meta['og:image'] ?? '');
  }

  expect(pictures.size).toBeGreaterThan(8);
  for (const address of pictures) {
    expect(address.startsWith(`${origin}/`)).toBe(true);
    const response = await request.get(address);
    expect(response.headers()['content-type'], address).toBe('image/png');
    expect(pngSize(await response.body()), address).toEqual({ width: 1200, height: 630 });
  }
});

test('search results and missing pages are not indexed', async ({ request }) => {
  expect((await readHead(request, '/search/?q=queue')).robots).toEqual(['noindex']);
  expect((await readHead(request, '/no/such/page/')).robots).toEqual(['noindex']);
  expect((await readHead(request, '/packages/p/celery/')).robots).toEqual([]);
});

const graph = z.strictObject({
  '@context': z.literal('https://schema.org'),
  '@graph': z.array(z.looseObject({ '@type': z.string() })),
});

const typesOf = (data: string[]) =>
  data.flatMap((text) => [...text.matchAll(/"@type":"(\w+)"/g)].map((it) => it[1]));

for (const [path, types] of [
  ['/', ['WebSite', 'SearchAction']],
  ['/packages/p/celery/', ['SoftwareSourceCode', 'BreadcrumbList']],
  ['/grids/g/websockets/', ['ItemList', 'BreadcrumbList']],
  ['/categories/apps/', ['ItemList', 'BreadcrumbList']],
  ['/readiness/django/5.2/', ['BreadcrumbList']],
] as const) {
  test(`${path} has structured data`, async ({ request }) => {
    const { data } = await readHead(request, path);
    for (const text of data) expect(graph.safeParse(JSON.parse(text)).error).toBeUndefined();
    expect(typesOf(data)).toEqual(expect.arrayContaining([...types]));
  });
}

test('the structured data of a grid lists the packages that it shows, in their order', async ({
  request,
}) => {
  const { data, document } = await readHead(request, '/grids/g/websockets/?sort=title');
  const named = [...data.join('').matchAll(/"url":"[^"]*\/p\/([\w-]+)\/"/g)].map((it) => it[1]);
  const table = [...document.querySelectorAll('.comparison')].at(-1);
  const heads = table?.querySelectorAll('th a[href*="/packages/p/"]') ?? [];
  const slugs = [...heads].map((it) => it.getAttribute('href')?.split('/').at(-2));
  expect(named.length).toBeGreaterThan(5);
  expect(named).toEqual(slugs);
});

test('every URL of the sitemap is a page with that canonical URL', async ({ request, baseURL }) => {
  const origin = baseURL ?? '';
  // It requests some hundred pages.
  test.slow();
  const index = await askFor(request, '/sitemap.xml');
  expect(sitemapFaults(index.text, origin)).toEqual([]);
  const sections = readXml(index.text).children.map((it) => onlyText(it, 'loc') ?? '');
  const addresses: string[] = [];
  for (const address of sections) {
    const { text, headers } = await askFor(request, address);
    expect(sitemapFaults(text, origin)).toEqual([]);
    expect(headers['x-robots-tag']).toBe('noindex, noodp, noarchive');
    addresses.push(...readXml(text).children.map((it) => onlyText(it, 'loc') ?? ''));
  }
  const active = catalogue.packages.filter(({ status }) => status === null);
  expect(addresses.length).toBeGreaterThan(active.length + catalogue.grids.length);

  // All pages of the small sections, and every tenth package.
  const some = addresses.filter((it, place) => !it.includes('/packages/p/') || place % 10 === 0);
  for (const address of some) {
    const { status, text } = await askFor(request, address);
    expect(status, address).toBe(200);
    expect(text, address).toContain(`<link rel="canonical" href="${address}"/>`);
  }
});

for (const [path, target] of [
  ['/packages/p/celery/opengraph/', '/packages/p/celery/opengraph.png'],
  ['/grids/g/websockets/opengraph/', '/grids/g/websockets/opengraph.png'],
  ['/syndication/', '/feeds/'],
  ['/feeds/packages/latest/rss', '/feeds/packages/latest/rss/'],
] as const) {
  test(`${path} of djangopackages.org redirects to ${target}`, async ({ request }) => {
    const { status, headers } = await askFor(request, path);
    expect([status, headers['location']]).toEqual([301, target]);
  });
}

test('the sitemap has no sections besides those of its index', async ({ request }) => {
  expect((await askFor(request, '/sitemap-profiles.xml')).status).toBe(404);
});

test('documents for programs exist and name this host', async ({ request, baseURL }) => {
  const origin = baseURL ?? '';
  for (const path of ['/robots.txt', '/llms.txt', '/llms-full.txt']) {
    const { status, text, headers } = await askFor(request, path);
    expect([status, headers['content-type']], path).toEqual([200, 'text/plain; charset=utf-8']);
    expect(text, path).toContain(`${origin}/`);
    const again = await request.get(path, { headers: { 'If-None-Match': headers['etag'] ?? '' } });
    expect(again.status(), path).toBe(304);
  }
});
