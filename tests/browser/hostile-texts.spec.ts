import { expect, type APIRequestContext } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { parseHTML } from 'linkedom';
import { isWhole } from '@/tests/tools/extent';
import { readForm, sendPlain, type RenderedForm } from './forms-over-http';
import { entries, type Entry } from './hostile-entries';
import { collapsed, findEscapes, HOSTILE_TEXTS, hostileText, visibleText } from './hostile-texts';
import { openAs, openAnonymous, signUp } from './users';
import { test } from './edit-site';

/** Each text goes into some field. Each field gets 4 of them, in a full run 40. */
const STEP = isWhole ? 5 : 50;

/** Its form with the texts in it. */
async function fillIn(request: APIRequestContext, entry: Entry): Promise<RenderedForm> {
  const form = await readForm(request, entry.path, entry.submit);
  const known = [...Object.keys(form.fields), 'decision'];
  expect(Object.keys(entry.values).filter((name) => !known.includes(name))).toEqual([]);
  return { path: form.path, fields: { ...form.fields, ...entry.values } };
}

/** What of the entered texts is looked for on the pages: all of it, or its number if it is encoded there. */
function expectedTexts({ values, changed = [] }: Entry): string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const lines = value.split('\n').filter((line) => /h\d+h/.test(line));
    return changed.includes(name) ? lines.flatMap((line) => /h\d+h/.exec(line) ?? []) : lines;
  });
}

async function readShown(request: APIRequestContext, paths: string[]): Promise<string> {
  let shown = '';
  for (const path of paths) {
    const response = await request.get(path);
    expect(response.status(), path).toBe(200);
    const html = await response.text();
    expect(findEscapes(html), path).toEqual([]);
    shown += ` ${visibleText(html)}`;
  }
  return shown;
}

const lostOf = (texts: string[], shown: string) =>
  texts.filter((text) => !shown.includes(collapsed(text)));

test(`${HOSTILE_TEXTS} hostile texts go through all forms and come out as they were, and nothing of them runs`, async ({
  browser,
  site,
}) => {
  test.setTimeout(isWhole ? 3_600_000 : 400_000);
  const { page, name } = await openAs(browser, site, { role: 'admin' });
  const { request } = page;
  const victim = await openAnonymous(browser, site);
  const origin = `http://localhost:${site.port}`;
  const database = new Sqlite(site.databasePath, { readonly: true });
  const visited = new Set<string>();
  const entered: string[] = [];
  let number = 0;

  for (let round = 0; round < HOSTILE_TEXTS; round += STEP) {
    const other = await signUp(victim.request, site, 'editor');
    const own = await fillIn(victim.request, {
      ...{ path: '/grids/add/?title=x', submit: 'Add grid', pages: () => [] },
      values: { title: crypto.randomUUID() },
    });
    await sendPlain(victim.request, own, { origin });
    await victim.context().clearCookies();

    let index = round;
    const take = () => {
      const text = hostileText(index++, number++);
      entered.push(text);
      return text;
    };
    for (const [what, make] of Object.entries(entries)) {
      const entry = make({ database, name, other, take });
      const form = await fillIn(request, entry);

      // A refused form keeps them.
      const refused = await sendPlain(
        request,
        { ...form, fields: { ...form.fields, token: 'forged' } },
        { origin },
      );
      const html = await refused.text();
      expect(refused.status(), what).toBe(403);
      expect(findEscapes(html), what).toEqual([]);
      const values = Object.values(entry.values).filter((value) => /h\d+h/.test(value));
      expect(lostOf(values, visibleText(html)), `${what}, refused`).toEqual([]);

      const response = await sendPlain(request, form, { origin });
      const text = response.status() === 303 ? '' : visibleText(await response.text());
      expect(response.status(), `${what}: ${JSON.stringify(entry.values)} ${text}`).toBe(303);
      const location = response.headers()['location'] ?? '';
      const paths = entry.pages(new URL(location, origin).pathname);
      for (const path of paths) visited.add(path);
      if (paths.length > 0) {
        const shown = await readShown(request, paths);
        expect(lostOf(expectedTexts(entry), shown), what).toEqual([]);
      }
    }
  }
  database.close();

  // All pages again, since one record may break the page of another.
  const pages = [
    // Features have been removed.
    ...[...visited].filter((path) => !/\/grids\/(feature|element)\//.test(path)),
    ...['/grids/?page=1', '/packages/', '/categories/apps/', '/changelog/', '/open/'],
    ...[`/search/?q=${encodeURIComponent(entered[0] ?? '')}`, '/search/?q=h5h'],
    ...['/moderation/recent/', '/watching/', '/compare/celery,huey/'],
    ...[`/grids/add/?title=${encodeURIComponent('"><b>')}`],
  ];
  await readShown(request, pages);

  // In a browser too, where the policy would report it.
  for (const path of [...new Set(pages.map((it) => it.replace(/\d+|x[\da-f-]{36}/g, 'n')))]) {
    const one = pages.find((it) => it.replace(/\d+|x[\da-f-]{36}/g, 'n') === path) ?? '/';
    await page.goto(one);
    expect(await page.evaluate(() => 'hostile' in window), one).toBe(false);
  }

  await expectDocuments(request, entered);
  for (const path of [...visited].filter((it) => it.startsWith('/grids/g/')).slice(0, 5)) {
    await expectTables(request, path);
  }
  for (const it of [page, victim]) await it.context().close();
});

/** Feeds, API, exports and pictures have the texts too. */
async function expectDocuments(request: APIRequestContext, entered: string[]): Promise<void> {
  const documents = [
    ...['/api/v4/grids/?limit=1000&include=facts', '/api/v4/packages/?limit=1000&include=facts'],
    ...['/api/v3/grids/?limit=1000', '/feeds/changes/json/', '/changelog/feeds/json/'],
    ...['/profiles/export/', '/search/suggestions/?q=h1', '/search/opensearch/suggestions/?q=h1'],
  ];
  let data = '';
  for (const path of documents) {
    const response = await request.get(path);
    expect(response.headers()['content-type'], path).toMatch(/json/);
    const parsed: unknown = await response.json();
    data += JSON.stringify(parsed);
  }
  const lines = (await (await request.get('/api/v4/catalogue/')).text()).split('\n');
  for (const line of lines.filter((it) => it !== '')) {
    const document: unknown = JSON.parse(line);
    data += JSON.stringify(document);
  }
  const quoted = (text: string) => JSON.stringify(text).slice(1, -1);
  const inData = entered.filter((text) => data.includes(quoted(text)));
  expect(inData.length).toBeGreaterThan(entered.length / 4);

  const feeds = ['/feeds/changes/', '/feeds/packages/latest/', '/changelog/feeds/'];
  for (const path of feeds.flatMap((folder) => [`${folder}rss/`, `${folder}atom/`])) {
    const text = await (await request.get(path)).text();
    const { document } = parseHTML(text);
    expect(document.querySelectorAll('script').length, path).toBe(0);
    expect(text, path).toMatch(/h\d+h/);
  }
  for (const path of [
    '/llms.txt',
    '/llms-full.txt',
    '/sitemap-packages.xml',
    '/sitemap-blog.xml',
  ]) {
    expect((await request.get(path)).status(), path).toBe(200);
  }
}

async function expectTables(request: APIRequestContext, path: string): Promise<void> {
  if (!/^\/grids\/g\/[^/]+\/$/.test(path)) return;
  for (const file of ['table.csv', 'table.json', 'table.md', 'opengraph.png']) {
    const response = await request.get(`${path}${file}`);
    expect(response.status(), `${path}${file}`).toBe(200);
    // A spreadsheet would take a text for a formula that begins with one of these.
    if (file === 'table.csv') expect(await response.text()).not.toMatch(/(^|,)"?[=@+]/m);
  }
}
