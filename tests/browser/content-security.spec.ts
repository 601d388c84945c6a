import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { routePaths } from '@/lib/routes/find';
import { THEME_SCRIPT } from '@/lib/html/inline-scripts';
import { ROOT } from '@/lib/root';
import { pages } from './catalogue';
import { expect, test } from './fixtures';

const run = promisify(execFile);

/** A value for each path parameter of a route, by the segment before it if that matters. */
const values: Record<string, string> = {
  ...{
    'packages/[lookup]': 'celery',
    'grids/[lookup]': 'websockets',
    'categories/[lookup]': 'apps',
  },
  ...{ 'packages/[slug]': 'celery', 'p/[slug]': 'celery', 'categories/[slug]': 'apps' },
  ...{ 'g/[slug]': 'websockets', 'grids/[slug]': 'websockets' },
  ...{ 'badges/[file]': 'celery.svg', 'dumps/[file]': 'catalogue.ndjson.gz' },
  ...{ '[packages]': 'celery,huey', '[product]': 'django', '[cycle]': '5.2', '[format]': 'rss' },
  ...{ 'changelog/[slug]': '2026-11-30-news' },
  ...{ '[change]': '1', '[grid]': 'chat', '[feature]': '1000012', '[package]': '1000009' },
  ...{
    '[id]': '1000009',
    'lists/[account]': 'somebody',
    '[account]/[slug]': 'queues',
    '[token]': 'x',
  },
  ...{ 'usage/[slug]': 'celery' },
  ...{ '[example]': '1', '[account]': 'somebody', '[...path]': 'ghosts', '[[...path]]': 'ghosts' },
};

/** A URL of a route. */
function addressOf(route: string): string {
  const segments = route.split('/').filter((segment) => segment !== '');
  const given = segments.map((segment, at) => {
    if (!segment.startsWith('[')) return segment;
    const value = values[`${segments[at - 1] ?? ''}/${segment}`] ?? values[segment];
    if (value === undefined) throw new Error(`${route} needs an example.`);
    return value;
  });
  const path = `/${given.join('/')}`;
  return /[^/]\.[a-z]+$/.test(path) || path === '/' ? path : `${path}/`;
}

const addresses = [...routePaths.map(addressOf), '/icon.svg', '/health/', '/no/such/page/'];

/** URLs that a browser opens in a tab, except HTML pages. */
const SHOWN = /^(application\/(rss\+)?xml|image\/svg)/;

test('no response of any route allows inline scripts or styles', async ({ request }) => {
  test.setTimeout(120_000);
  expect(addresses.length).toBeGreaterThan(75);
  let found = 0;
  for (const address of addresses) {
    const response = await request.get(address, { maxRedirects: 0 });
    expect(response.status(), address).toBeLessThan(500);
    // Forms ask to sign in first.
    const isForm = response.headers()['location']?.startsWith('/login/?next=') === true;
    if (response.ok() || isForm) found += 1;
    const policy = response.headers()['content-security-policy'];
    expect(policy, address).toMatch(/default-src|script-src 'none'/);
    expect(policy, address).not.toContain('unsafe-');
  }
  // The others are API v1, catch-alls, routes that need parameters or an account, a missing post, and a missing page.
  expect(found).toBeGreaterThan(addresses.length - 16);
});

/** The fixture of `page` fails every test whose pages violate their policy; no other test opens these routes in a browser. */
test('no feed, sitemap or image violates its policy', async ({ page, request }) => {
  let shown = 0;
  for (const address of addresses) {
    const head = await request.head(address);
    if (!SHOWN.test(head.headers()['content-type'] ?? '')) continue;
    await page.goto(address);
    shown += 1;
  }
  expect(shown).toBeGreaterThan(10);
});

test('no page of any template keeps its scripts', async ({ request }) => {
  for (const path of pages) await request.get(path);
  const health: unknown = await (await request.get('/health/?format=json')).json();
  const { status, renders } = z
    .object({
      status: z.string(),
      renders: z.object({ stripped: z.number(), unstripped: z.number() }),
    })
    .parse(health);
  expect([status, renders.unstripped]).toEqual(['ok', 0]);
  expect(renders.stripped).toBeGreaterThan(20);
});

test('every script of Next has the nonce of a page that keeps them', async () => {
  const folder = process.env['PACKGRID_TEST_FOLDER'] ?? '';
  const { stdout } = await run(
    process.execPath,
    ['--import', 'tsx', 'tests/tools/render-with-nonce.ts'],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATABASE_PATH: join(folder, 'packgrid.sqlite'),
      },
      maxBuffer: 10 * 1024 * 1024,
    },
  );
  const { status, policy, html } = z
    .object({ status: z.number(), policy: z.string(), html: z.string() })
    .parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
  expect(status).toBe(200);
  const nonce = /script-src [^;]*'nonce-([^']+)'/.exec(policy)?.[1];
  // Its policy allows the script of the theme by its hash.
  const rest = html.replace(`<script>${THEME_SCRIPT}</script>`, '');
  const scripts = [...rest.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
  const ofNext = scripts.filter((tag) => !/ type="| src="\/enhance/.test(tag));
  expect(ofNext.length).toBeGreaterThan(5);
  for (const tag of ofNext) expect(tag).toContain(` nonce="${nonce ?? ''}"`);
});
