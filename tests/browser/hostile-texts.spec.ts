import { expect, type APIRequestContext } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { readForm, sendPlain } from './forms-over-http';
import { openAs } from './users';
import { test } from './edit-site';

/** What has broken pages, feeds or tables of some site; `RUN` would be noticed. */
const RUN = 'window.hostile=1';
const patterns = [
  `<script>${RUN}</script>`,
  `</script><script>${RUN}</script>`,
  `</title><script>${RUN}</script>`,
  `</textarea><script>${RUN}</script>`,
  `"><img src=x onerror=${RUN}>`,
  `' onmouseover='${RUN}`,
  `" autofocus onfocus="${RUN}`,
  `<svg onload=${RUN}>`,
  `<iframe srcdoc="<script>${RUN}</script>">`,
  `<a href="javascript:${RUN}">x</a>`,
  `[x](javascript:${RUN})`,
  `![x](data:text/html,${RUN})`,
  `<style>*{display:none}</style>`,
  `<base href="//evil.example/">`,
  `<meta http-equiv=refresh content=0>`,
  `<!--`,
  `]]>`,
  `<![CDATA[ x ]]>`,
  `&lt;b&gt; &amp; &#60; &quot;`,
  `{{7*7}} \${7*7} <%= 7 %>`,
  `=cmd|' /C calc'!A0`,
  `@SUM(1+1)*cmd`,
  `+1;"2",'3'`,
  `' or 1=1 --`,
  `"; drop table grids; --`,
  `%3Cscript%3E${RUN}%3C/script%3E`,
  `\\u003cscript\\u003e${RUN}`,
  `back\\slash \\" \\'`,
  `| a | b | *c* _d_ \`e\``,
  `http://javascript:${RUN}@x/`,
  `ﬀ ß İ ı K Ⅷ`,
  `日本語 עברית العربية`,
  `👩‍👩‍👧‍👦 🏳️‍🌈 é`,
  `Z̷͖̃a̴͇͝l̵̰̄g̵͖̈́ŏ̶̦`,
  `a&b;c=d?e#f/g`,
  `null undefined NaN true`,
  `__proto__ constructor`,
  `..%2f..%2fetc%2fpasswd`,
  `$ACTION_ID_x`,
  `a${'b'.repeat(60)}`,
];
const COUNT = 200;
/** Each has a number of its own, by which it is found again. */
const texts = Array.from({ length: COUNT }, (_, index) => {
  const pattern = patterns[index % patterns.length] ?? '';
  return `${pattern} h${index}h`;
});

interface Entry {
  path: string;
  submit: string;
  values: Record<string, string>;
}

/** The forms that texts are entered in, each with as many as it has fields. */
function* entriesOf(all: readonly string[]): Generator<Entry> {
  const rest = [...all];
  const take = () => rest.shift() ?? 'x';
  while (rest.length > 0) {
    const title = take();
    yield {
      path: '/grids/add/?title=x',
      submit: 'Add grid',
      values: {
        ...{ title, description: take(), packages: 'celery\nhuey', reason: take() },
        features: [take(), take()].join('\n'),
      },
    };
    yield {
      path: '/packages/add/?project=x',
      submit: 'Add package',
      values: {
        ...{ title: take(), description: take(), reason: take() },
        ...{ pypi: `x${crypto.randomUUID()}`, category: 'apps' },
      },
    };
    yield {
      path: '/lists/add/',
      submit: 'Create list',
      values: { title: take(), description: take() },
    };
  }
}

async function enter(request: APIRequestContext, origin: string, entry: Entry): Promise<string> {
  const form = await readForm(request, entry.path, entry.submit);
  const fields = { ...form.fields, ...entry.values };
  const response = await sendPlain(request, { path: form.path, fields }, { origin });
  const text = response.status() === 303 ? '' : await response.text();
  const [, alert = ''] = /role="alert"[^>]*>(.*?)<\/div>/s.exec(text) ?? [];
  expect(response.status(), `${JSON.stringify(entry.values)} ${alert}`).toBe(303);
  return response.headers()['location'] ?? '';
}

/** What of a page would run, or lead to another site, if a text had got out of its place. */
function findEscapes(html: string): string[] {
  const { document } = parseHTML(html);
  const found = [...document.querySelectorAll('*')].flatMap((element) => [
    ...[...element.attributes]
      .filter(
        ({ name, value }) =>
          /^on/i.test(name) ||
          (/^(href|src|action|formaction|xlink:href)$/i.test(name) &&
            /^\s*(javascript|data|vbscript):/i.test(value)),
      )
      .map(({ name, value }) => `${element.localName} ${name}=${value}`),
    ...(/^(iframe|base|object|embed)$/.test(element.localName) ? [element.outerHTML] : []),
  ]);
  const scripts = [...document.querySelectorAll('script')]
    .filter((it) => !/json|speculationrules/.test(it.getAttribute('type') ?? ''))
    .filter((it) => it.textContent.trim().startsWith(RUN));
  return [...found, ...scripts.map((it) => it.outerHTML)];
}

test(`${COUNT} hostile texts go through the forms and come out as they were, and nothing of them runs`, async ({
  browser,
  site,
}) => {
  test.setTimeout(300_000);
  const { page, name } = await openAs(browser, site, { role: 'admin' });
  const { request } = page;
  const origin = `http://localhost:${site.port}`;
  const own: string[] = [];
  for (const entry of entriesOf(texts)) own.push(await enter(request, origin, entry));

  const pages = [
    ...own.map((path) => path.replace(/^(\/grids\/)([^/]+)\/edit\/.*$/, '$1g/$2/')),
    ...['/', '/grids/?page=1', '/packages/latest/', `/profiles/${name}/`, '/lists/'],
    ...Array.from({ length: 4 }, (_, index) => `/history/?page=${index + 1}`),
    ...[`/search/?q=${encodeURIComponent(texts[0] ?? '')}`, '/search/?q=h5h', '/open/'],
    '/moderation/recent/',
  ];
  let shown = '';
  for (const path of pages) {
    const response = await request.get(path);
    expect(response.status(), path).toBe(200);
    const html = await response.text();
    expect(findEscapes(html), path).toEqual([]);
    const { document } = parseHTML(html);
    for (const it of document.querySelectorAll('script, style')) it.remove();
    shown += ` ${document.body.textContent.replaceAll(/\s+/g, ' ')}`;
  }
  const lost = texts.filter((text) => !shown.includes(text.replaceAll(/\s+/g, ' ')));
  expect(lost).toEqual([]);

  // In a browser too, where the policy would report it.
  for (const path of [...pages.slice(0, 6), '/history/', `/profiles/${name}/`]) {
    await page.goto(path);
    expect(await page.evaluate(() => 'hostile' in window), path).toBe(false);
  }

  const documents = [
    ...['/api/v4/grids/?limit=1000&include=facts', '/api/v4/packages/?limit=1000&include=facts'],
    ...['/api/v3/grids/?limit=1000', '/feeds/changes/json/'],
  ];
  let data = '';
  for (const path of documents) {
    const parsed: unknown = await (await request.get(path)).json();
    data += JSON.stringify(parsed);
  }
  const quoted = (text: string) => JSON.stringify(text).slice(1, -1);
  const inData = texts.filter((text) => data.includes(quoted(text)));
  // All but the reasons and lists, which the API has not.
  expect(inData.length).toBeGreaterThan(COUNT / 2);

  for (const path of [
    '/feeds/changes/rss/',
    '/feeds/changes/atom/',
    '/feeds/packages/latest/rss/',
  ]) {
    const text = await (await request.get(path)).text();
    const { document } = parseHTML(text);
    expect(document.querySelectorAll('script').length, path).toBe(0);
    expect(text, path).toMatch(/h\d+h/);
  }
  const grids = pages.filter((path) => path.startsWith('/grids/g/'));
  for (const path of grids.slice(0, 5)) {
    for (const file of ['table.csv', 'table.json', 'table.md', 'opengraph.png']) {
      const response = await request.get(`${path}${file}`);
      expect(response.status(), `${path}${file}`).toBe(200);
      // A spreadsheet would take a text for a formula that begins with one of these.
      if (file === 'table.csv') expect(await response.text()).not.toMatch(/(^|,)"?[=@+]/m);
    }
  }
  await page.context().close();
});
