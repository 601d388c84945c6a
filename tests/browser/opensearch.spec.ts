import { pages } from './catalogue';
import { expect, test } from './fixtures';

test('every page links its OpenSearch description', async ({ request }) => {
  for (const path of pages) {
    const html = await (await request.get(path)).text();
    const head = html.slice(0, html.indexOf('</head>'));
    expect(head.match(/<link[^>]* rel="search"[^>]*>|<link rel="search"[^>]*>/g), path).toEqual([
      '<link rel="search" type="application/opensearchdescription+xml" title="Packgrid" href="/search/opensearch/description/"/>',
    ]);
  }
});

test('the description has the URLs of search and suggestions on this host', async ({
  page,
  request,
  baseURL,
}) => {
  const response = await request.get('/search/opensearch/description/');
  expect(response.status()).toBe(200);
  expect(response.headers()['content-type']).toBe('application/opensearchdescription+xml');

  await page.goto('/about/');
  const { root, urls, icon } = await page.evaluate(
    (text) => {
      const { documentElement } = new DOMParser().parseFromString(text, 'application/xml');
      const all = [...documentElement.getElementsByTagName('Url')];
      return {
        root: `${documentElement.namespaceURI ?? ''} ${documentElement.tagName}`,
        urls: all.map((it) => [it.getAttribute('type'), it.getAttribute('template')]),
        icon: documentElement.getElementsByTagName('Image')[0]?.textContent,
      };
    },
    await response.text(),
  );
  expect(root).toBe('http://a9.com/-/spec/opensearch/1.1/ OpenSearchDescription');
  expect(urls).toEqual([
    ['text/html', `${baseURL ?? ''}/search/?q={searchTerms}`],
    [
      'application/x-suggestions+json',
      `${baseURL ?? ''}/search/opensearch/suggestions/?q={searchTerms}`,
    ],
  ]);
  expect((await request.get(icon ?? 'none')).status()).toBe(200);
});

test('suggestions for browsers have the query, titles, an empty list and URLs', async ({
  request,
}) => {
  const response = await request.get('/search/opensearch/suggestions/?q=websocke');
  expect(response.headers()['content-type']).toBe('application/x-suggestions+json');
  const document: unknown = await response.json();
  expect(document).toEqual([
    'websocke',
    expect.arrayContaining(['Websockets', 'Django Websocket Redis']),
    [],
    expect.arrayContaining(['/grids/g/websockets/', '/packages/p/django-websocket-redis/']),
  ]);
});

const asked = [
  ['', ''],
  ['q=', ''],
  ['q=%20%00', '\0'],
  [`q=${'x'.repeat(101)}`, ''],
  ['q=no+such+name+at+all', 'no such name at all'],
] as const;

for (const [query, q] of asked) {
  test(`nothing is suggested for ${JSON.stringify(query.slice(0, 30))}`, async ({ request }) => {
    const forBrowsers = await request.get(`/search/opensearch/suggestions/?${query}`);
    expect(await forBrowsers.json()).toEqual([q, [], [], []]);
    const forPages = await request.get(`/search/suggestions/?${query}`);
    expect(await forPages.json()).toEqual({ query: q, items: [] });
  });
}

test('suggestions for pages have kind, title, description and URL', async ({ request }) => {
  const response = await request.get('/search/suggestions/?q=celery');
  expect(response.status()).toBe(200);
  expect(response.headers()['content-type']).toBe('application/json');
  expect(await response.json()).toMatchObject({
    query: 'celery',
    items: expect.arrayContaining([
      {
        kind: 'package',
        title: 'Celery',
        description: expect.stringMatching(/task queue/i),
        href: '/packages/p/celery/',
      },
    ]),
  });
});

test('a page gets at most eight suggestions, a browser fifteen', async ({ request }) => {
  const forPages: unknown = await (await request.get('/search/suggestions/?q=django')).json();
  expect(forPages).toMatchObject({ items: { length: 8 } });
  const forBrowsers: unknown = await (
    await request.get('/search/opensearch/suggestions/?q=django')
  ).json();
  expect(forBrowsers).toMatchObject({ 1: { length: 15 }, 3: { length: 15 } });
});
